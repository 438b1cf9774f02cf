/** What was typed: a command, its arguments, and the options by long flag name, as typed. */
export interface Typed {
  readonly command: string
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, string | boolean>>
}
