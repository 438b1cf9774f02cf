import { type Command, Option } from 'commander'
import { type KnobRoom, type Knobs, knobs } from '../../recipes/knobs.ts'
import { type Settings, settings } from '../settings.ts'
import { meantFor } from './belongs.ts'
import { choicesOf, type KnobFlag, knobFlags } from './knob-flags.ts'
import { type SettingFlag, settingFlags } from './setting-flags.ts'

const knobArgument: Record<KnobFlag['kind'], string> = {
  count: ' <n>',
  some: ' <n>',
  number: ' <x>',
  share: ' <0..1>',
  switch: '',
  text: ' <text>',
  pairing: ' <how>',
  language: ' <name>',
  taking: ' <how>',
  dedup: ' <what>',
  scale: ' <scale>',
  tongue: ' <code>',
  form: ' <form>',
  blacklist: ' <whose>',
  traits: ' <list>',
}

// Help says what holds when nothing is said; off, empty and endless need no saying.
const standing = (value: unknown): string => {
  if (value === '' || value === false || value === Number.POSITIVE_INFINITY || Array.isArray(value)) return ''
  return value === true ? ' (default on)' : ` (default ${value})`
}

const joined = (value: string, before?: string): string => (before ? `${before} ${value}` : value)
const below = (value: string, before?: string): string => (before ? `${before}\n${value}` : value)

/** What holds when nothing is said, for those whom help is for. */
export interface Standing {
  readonly settings: Settings
  readonly knobs: Knobs
}

const plain: Standing = { settings, knobs }

/** A setting as the options of a command: itself, and its --no- form if it has one. */
export const settingOptions = (one: SettingFlag, { settings }: Standing = plain): Option[] => {
  const { flag, short, argument, choices, several, words, group, setting, no } = one
  const syntax = `${short ? `-${short}, ` : ''}--${flag}${argument ? ` <${argument}>` : ''}`
  const shown = flag.startsWith('no-') || no ? words : words + standing(settings[setting])
  const option = new Option(syntax, shown).helpGroup(`${group}:`)
  if (several) option.argParser(several === 'lines' ? below : joined)
  if (choices) option.choices([...choices])
  return no ? [option, new Option(`--no-${flag}`, no).helpGroup(`${group}:`)] : [option]
}

/** A number of a stage as the options of a command; of the rooms that it turns, `room` is the one whose number is shown. */
export const knobOptions = (
  { flag, kind, words, room: own, knob }: KnobFlag,
  { knobs, settings: { preset } }: Standing = plain,
  room: KnobRoom = own,
): Option[] => {
  const standard = (knobs[room] as Readonly<Record<string, unknown>>)[knob]
  const option = new Option(`--${flag}${knobArgument[kind]}`, words + standing(standard)).helpGroup(
    `Numbers of the stages, here those of --preset ${preset}; a switch is turned off by --no-…:`,
  )
  const choices = choicesOf(kind)
  if (choices) option.choices([...choices])
  return kind === 'switch' ? [option, new Option(`--no-${flag}`).hideHelp()] : [option]
}

/** Gives a command the options of the flow: those of a whole recipe, or those that mean something to one stage alone. */
export const withFlowOptions = (command: Command, alone: boolean): Command => {
  for (const flag of settingFlags)
    if (meantFor(flag, alone)) for (const option of settingOptions(flag)) command.addOption(option)
  for (const flag of knobFlags) for (const option of knobOptions(flag)) command.addOption(option)
  return command
}
