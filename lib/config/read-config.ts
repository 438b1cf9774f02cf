import { AutoifError } from '../errors.ts'
import { type Knobs, type SomeKnobs, turned } from '../recipes/knobs.ts'
import { type Preset, presets } from '../recipes/presets.ts'
import { languages } from '../text/language.ts'
import { traits } from '../text/traits.ts'
import { configFile } from './config-file.ts'
import { choices, type Kind, knobFlags } from './flags/knob-flags.ts'
import { settingFlags } from './flags/setting-flags.ts'
import { ownSettings } from './own-settings.ts'
import { type Settings, settings } from './settings.ts'
import type { Typed } from './typed.ts'

/** All that a run is told, whoever told it. */
export interface Config {
  readonly command: string
  /** The recipe, or the stage. */
  readonly name: string
  /** What a stage that runs alone reads in place of stdin: paths or globs. */
  readonly files?: readonly string[]
  readonly settings: Settings
  readonly knobs: Knobs
}

type Given = Readonly<Record<string, unknown>>

const usage = (message: string): AutoifError => new AutoifError('AUTOIF_USAGE', message)

interface Range {
  readonly whole?: boolean
  readonly from?: number | undefined
  readonly to?: number | undefined
}

// A config file may hold anything: what is neither a number nor the text of one is nobody's number.
const number = (flag: string, value: unknown, { whole = false, from = 0, to = Number.POSITIVE_INFINITY }: Range) => {
  const given = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')
  const read = given ? Number(value) : Number.NaN
  if (Number.isFinite(read) && read >= from && read <= to && (!whole || Number.isInteger(read))) return read
  const wanted = `a ${whole ? 'whole ' : ''}number from ${from} ${Number.isFinite(to) ? `to ${to}` : 'up'}`
  throw usage(`--${flag} takes ${wanted}, not ${JSON.stringify(value)}`)
}

const onOrOff = (flag: string, value: unknown): boolean => {
  if (typeof value === 'boolean') return value
  throw usage(`${flag} is true or false, not ${JSON.stringify(value)}`)
}

const text = (flag: string, value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'number') return `${value}`
  throw usage(`${flag} is a text, not ${JSON.stringify(value)}`)
}

const texts = (flag: string, value: unknown, between: string): string =>
  Array.isArray(value) ? value.map(one => text(flag, one)).join(between) : text(flag, value)

const oneOf = (flag: string, value: unknown, choices: readonly string[]): string => {
  if (typeof value === 'string' && choices.includes(value)) return value
  throw usage(`--${flag} is one of ${choices.join(', ')}, not ${JSON.stringify(value)}`)
}

const readers: Readonly<Record<Kind, (flag: string, value: unknown) => unknown>> = {
  count: (flag, value) => number(flag, value, { whole: true }),
  some: (flag, value) => number(flag, value, { whole: true, from: 1 }),
  number: (flag, value) => number(flag, value, {}),
  share: (flag, value) => number(flag, value, { to: 1 }),
  switch: onOrOff,
  text,
  pairing: (flag, value) => oneOf(flag, value, choices.pairing),
  language: (flag, value) => oneOf(flag, value, choices.language),
  taking: (flag, value) => oneOf(flag, value, choices.taking),
  dedup: (flag, value) => oneOf(flag, value, choices.dedup),
  scale: (flag, value) => oneOf(flag, value, choices.scale),
  form: (flag, value) => oneOf(flag, value, choices.form),
  blacklist: (flag, value) => oneOf(flag, value, choices.blacklist),
  tongue: (flag, value) => oneOf(flag, value, languages),
  traits: (flag, value) =>
    `${Array.isArray(value) ? value : text(flag, value)}`.split(',').map(one => oneOf(flag, one.trim(), traits)),
}

const knobsOf = (given: Given): SomeKnobs => {
  const some: Record<string, Record<string, unknown>> = {}
  for (const one of knobFlags) {
    if (!(one.flag in given)) continue
    for (const room of [one.room, ...(one.also ?? [])]) {
      const own = some[room] ?? {}
      own[one.knob] = readers[one.kind](one.flag, given[one.flag])
      some[room] = own
    }
  }
  return some as SomeKnobs
}

const settingsOf = (given: Given): Partial<Settings> => {
  const some: Record<string, unknown> = {}
  for (const { flag, setting, choices, several, broken, no, from, to } of settingFlags) {
    const name = flag.replace(/^no-/, '')
    if (!(name in given)) continue
    const value = given[name]
    const standard = settings[setting]
    if (choices) some[setting] = oneOf(name, value, choices)
    else if (no && value === false) some[setting] = ''
    else if (several) some[setting] = texts(name, value, several === 'lines' ? '\n' : ' ')
    else if (typeof standard === 'number') some[setting] = number(name, value, { whole: !broken, from, to })
    else some[setting] = typeof standard === 'boolean' ? onOrOff(name, value) : text(name, value)
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
  // The environment says where everyday models are served; the rehearsal teacher is there only if somebody says so here.
  const around = (options.model ?? file.model) === 'rehearsal' ? {} : environment(env)
  const given = { ...file, ...around, ...options }
  const [name = 'autoif', ...files] = command === 'verify' ? ['verify', ...args] : args
  // Stages, and autoif, go by the standing preset.
  const own = command === 'stage' ? {} : ownSettings(name)
  const all = { ...settings, ...own, ...settingsOf(given) }
  // A stage has no run directory; a file that serves recipes, too, may name one.
  const told = command === 'stage' || command === 'verify' ? { ...all, run: '' } : all
  return {
    command: command === 'verify' ? 'stage' : command,
    name,
    ...(files.length > 0 ? { files } : {}),
    settings: told,
    knobs: turned(presets[told.preset as Preset], knobsOf(given)),
  }
}
