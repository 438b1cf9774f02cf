import { AutoifError } from '../errors.ts'
import { type Knobs, type SomeKnobs, turned } from '../recipes/knobs.ts'
import { presets } from '../recipes/presets.ts'
import type { Typed } from './command-line.ts'
import { configFile } from './config-file.ts'
import { type KnobFlag, knobFlags } from './knob-flags.ts'
import { settingFlags } from './setting-flags.ts'
import { type Settings, settings } from './settings.ts'

/** All that a run is told, whoever told it. */
export interface Config {
  readonly command: string
  /** The recipe, or the stage. */
  readonly name: string
  readonly settings: Settings
  readonly knobs: Knobs
}

type Given = Readonly<Record<string, unknown>>

const usage = (message: string, hint?: string): AutoifError =>
  new AutoifError('AUTOIF_USAGE', message, hint ? { hint } : {})

const number = (flag: string, value: unknown, { whole = false, to = Number.POSITIVE_INFINITY } = {}): number => {
  const read = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value)
  if (Number.isFinite(read) && read >= 0 && read <= to && (!whole || Number.isInteger(read))) return read
  const wanted = to === 1 ? 'a number from 0 to 1' : whole ? 'a whole number from 0 up' : 'a number from 0 up'
  throw usage(`--${flag} takes ${wanted}, not ${JSON.stringify(value)}`)
}

const knobValue = ({ flag, kind }: KnobFlag, value: unknown): unknown => {
  if (kind === 'count') return number(flag, value, { whole: true })
  if (kind === 'share') return number(flag, value, { to: 1 })
  if (kind === 'number') return number(flag, value)
  if (kind === 'switch') {
    if (typeof value === 'boolean') return value
    throw usage(`${flag} is true or false, not ${JSON.stringify(value)}`)
  }
  if (kind === 'pairing' && value !== 'two-by-two' && value !== 'zip-cycle')
    throw usage(`--${flag} is two-by-two or zip-cycle, not ${JSON.stringify(value)}`)
  return String(value)
}

const knobsOf = (given: Given): SomeKnobs => {
  const some: Record<string, Record<string, unknown>> = {}
  for (const one of knobFlags) {
    if (!(one.flag in given)) continue
    for (const room of [one.room, ...(one.also ? [one.also] : [])]) {
      const own = some[room] ?? {}
      own[one.knob] = knobValue(one, given[one.flag])
      some[room] = own
    }
  }
  return some as SomeKnobs
}

const settingsOf = (given: Given): Partial<Settings> => {
  const some: Record<string, unknown> = {}
  for (const { flag, setting, choices } of settingFlags) {
    const name = flag.replace(/^no-/, '')
    if (!(name in given)) continue
    const value = given[name]
    if (choices && !choices.includes(String(value)))
      throw usage(`--${flag} is one of ${choices.join(', ')}, not ${JSON.stringify(value)}`)
    const standard = settings[setting]
    some[setting] =
      typeof standard === 'number'
        ? number(flag, value, { whole: true })
        : typeof standard === 'boolean'
          ? Boolean(value)
          : String(value)
  }
  return some as Partial<Settings>
}

const environment = (env: NodeJS.ProcessEnv): Given =>
  Object.fromEntries(
    settingFlags.flatMap(({ flag, env: names = [] }) => {
      const value = names.map(name => env[name]).find(Boolean)
      return value ? [[flag, value]] : []
    }),
  )

/** Flags over environment over config file over preset over the stages' own defaults. Throws AUTOIF_USAGE. */
export const readConfig = ({ command, args, options }: Typed, env: NodeJS.ProcessEnv): Config => {
  const file = typeof options.config === 'string' ? configFile(options.config) : {}
  const given = { ...file, ...environment(env), ...options }
  const told = { ...settings, ...settingsOf(given) }
  if (!(told.preset in presets))
    throw usage(`there is no preset ${JSON.stringify(told.preset)}`, `Presets: ${Object.keys(presets).join(', ')}.`)
  const name = command === 'verify' ? 'verify' : (args[0] ?? 'autoif')
  return {
    command: command === 'verify' ? 'stage' : command,
    name,
    settings: told,
    knobs: turned(presets[told.preset as keyof typeof presets], knobsOf(given)),
  }
}
