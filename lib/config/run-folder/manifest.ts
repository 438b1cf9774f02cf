import { hash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, isAbsolute, relative } from 'node:path'
import { fromPackage } from '../../package-folder.ts'
import { template } from '../../prompts/prompt.ts'
import { wayOf } from '../../recipes/index.ts'
import { knobFlags } from '../flags/knob-flags.ts'
import { settingFlags } from '../flags/setting-flags.ts'
import { outputsOf } from '../open/open-sinks.ts'
import { writtenOf } from '../open/written.ts'
import type { Config } from '../read-config.ts'
import type { Setting } from '../settings.ts'
import { version } from '../version.ts'
import { madeBy } from './made.ts'

/** Everything that decides what a run writes, its queries aside; no secrets. */
export interface Manifest {
  readonly _v: 1
  readonly program: string
  readonly recipe: string
  /** Settings by flag. */
  readonly settings: Readonly<Record<string, unknown>>
  /** Numbers of the stages by flag. */
  readonly numbers: Readonly<Record<string, unknown>>
  /** Hashes of what is said to models, by the prompt's name. */
  readonly prompts: Readonly<Record<string, string>>
  /** Hash of the seed instructions. */
  readonly seeds: string
  /** The outputs in the run directory, by their place in it; those of earlier attempts too, as long as they are there. */
  readonly files?: readonly string[]
}

// What is left out decides only where things come from and go, how fast, or how long.
const shaping: readonly Setting[] = [
  ...([
    'model',
    'judgeModel',
    'embeddingModel',
    'backwardModel',
    'rehearsal',
    'nli',
    'verifierTimeout',
    'verifierMemory',
    'queryField',
    'turns',
    'completionField',
    'firstPair',
    'inputFormat',
  ] as const),
  ...(['seed', 'instructions', 'seedRows', 'decontaminate', 'sftFormat', 'dpoFormat', 'lineage', 'strict'] as const),
]

const hashOf = (text: string | Uint8Array): string => hash('sha256', text, 'hex').slice(0, 16)

const flagOf = (setting: Setting): string => settingFlags.find(flag => flag.setting === setting)?.flag ?? setting

const filesOf = (config: Pick<Config, 'name' | 'settings' | 'knobs'>): readonly string[] => {
  const { name, settings } = config
  if (settings.run === '') return []
  const outputs = outputsOf(settings, wayOf(name).main, madeBy(config))
  const paths = [...writtenOf(settings, outputs).map(({ path }) => path), outputs.rejects, outputs.summary]
  return paths
    .filter(path => path !== '' && path !== '-')
    .map(path => relative(settings.run, path))
    .filter(path => path !== '' && !path.startsWith('..') && !isAbsolute(path))
    .sort()
}

/** The manifest of a run by this configuration. `seeds` is the path of its seed instructions. Throws AUTOIF_USAGE as `outputsOf` does. */
export const manifestOf = (config: Config, seeds: string): Manifest => {
  const { name, settings, knobs } = config
  const prompts = globSync('*.md', { cwd: fromPackage('lib', 'prompts') }).map(file => basename(file, '.md'))
  const rooms: Readonly<Record<string, Readonly<Record<string, unknown>>>> = knobs
  return {
    _v: 1,
    program: `autoif-stream ${version}`,
    recipe: name,
    settings: Object.fromEntries(shaping.map(setting => [flagOf(setting), settings[setting]])),
    numbers: Object.fromEntries(knobFlags.map(({ flag, room, knob }) => [flag, rooms[room]?.[knob]])),
    prompts: Object.fromEntries(prompts.sort().map(prompt => [prompt, hashOf(template(prompt))])),
    seeds: hashOf(readFileSync(seeds)),
    files: filesOf(config),
  }
}

/** What is not as it was, a clause each: `--min-score was 8 and is 9`. */
export const differences = (before: Manifest, now: Manifest): readonly string[] => {
  const said = (value: unknown): string => (typeof value === 'string' && value !== '' ? value : JSON.stringify(value))
  const changed = (part: 'settings' | 'numbers' | 'prompts') =>
    Object.keys({ ...before[part], ...now[part] }).filter(
      name => JSON.stringify(before[part]?.[name]) !== JSON.stringify(now[part][name]),
    )
  // Under the flag that switches it off stands whether it is on.
  const told = (name: string, value: unknown): string =>
    said(name.startsWith('no-') && typeof value === 'boolean' ? !value : (value ?? null))
  const flags = (part: 'settings' | 'numbers') =>
    changed(part).map(name => `--${name} was ${told(name, before[part][name])} and is ${told(name, now[part][name])}`)
  return [
    ...flags('settings'),
    ...flags('numbers'),
    ...(before.seeds === now.seeds ? [] : ['the seed instructions are others']),
    ...changed('prompts').map(name => `the prompt ${name} is another, so what it asks is asked anew`),
  ]
}
