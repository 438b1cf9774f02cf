import { Command, Help } from 'commander'

/** A list of names, each with its words. */
export interface Listed {
  readonly heading: string
  readonly names: readonly (readonly [name: string, words: string])[]
}

/** What is shown of a command: its options, lists that stand before them, and what stands last, line for line as it is. */
export interface Page {
  readonly command: Command
  readonly lists?: readonly Listed[]
  readonly last?: string
}

/** A command that is only shown. */
export const shown = (name: string, usage: string, words: string): Command =>
  new Command(name).usage(usage).description(words)

/** The page as text, as wide as the terminal. */
export const printed = ({ command, lists = [], last }: Page, helpWidth: number | undefined): string => {
  const help = Object.assign(new Help(), helpWidth === undefined ? {} : { helpWidth })
  const width = Math.max(0, ...lists.flatMap(({ names }) => names.map(([name]) => name.length)))
  const lines = lists.flatMap(({ heading, names }) => {
    const items = names.map(([name, words]) => help.formatItem(name, width, words, help))
    return ['', heading, ...items]
  })
  const whole = command.description([command.description(), ...lines].join('\n'))
  return `${help.formatHelp(whole, help)}${last ? `\n${last}\n` : ''}`
}
