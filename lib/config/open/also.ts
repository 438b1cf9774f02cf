import { join } from 'node:path'
import { AutoifError } from '../../errors.ts'
import { formats } from '../../sinks/shapes/index.ts'
import type { Kind } from '../../sinks/shapes/parts.ts'
import type { Settings } from '../settings.ts'
import type { Output } from './open-rows.ts'

/**
 * An output of rows besides `--sft` and `--dpo`; `level` tells pairs of answers to a query from pairs of cases of an instruction,
 * and rows for a model from those for a backward model.
 */
export interface AlsoOutput extends Output {
  /** The name that the flag gave. */
  readonly name: string
  readonly level: 'query' | 'instruction' | 'inverse'
}

// What stands before a format of a kind to ask for it on another level.
const levels = { instruction: 'dpo', inverse: 'sft' } as const

const kinds = new Map<string, Kind>(
  Object.entries(formats).flatMap(([kind, some]) => Object.keys(some).map(name => [name, kind as Kind] as const)),
)

/** Every name that `--also` knows: the formats, those of pairs once more for pairs of an instruction's cases, those of SFT once more the other way round. */
export const alsoNames: readonly string[] = [
  ...kinds.keys(),
  ...Object.entries(levels).flatMap(([level, kind]) => Object.keys(formats[kind]).map(name => `${level}-${name}`)),
]

/**
 * What `--also FORMAT[=FILE]` asks for; without a file it stands in the run directory under the format's name.
 * Throws AUTOIF_USAGE for an unknown format, and for one without a place.
 */
export const alsoOf = ({ also, run }: Pick<Settings, 'also' | 'run'>): readonly AlsoOutput[] =>
  also
    .split('\n')
    .filter(Boolean)
    .map(asked => {
      const [, name = '', file = ''] = /^([^=]*)=?(.*)$/s.exec(asked) ?? []
      if (!alsoNames.includes(name))
        throw new AutoifError('AUTOIF_USAGE', `there is no format ${JSON.stringify(name)} to write`, {
          hint: `Formats: ${alsoNames.join(', ')}.`,
        })
      if (file === '' && run === '')
        throw new AutoifError('AUTOIF_USAGE', `--also ${name} does not say where to`, {
          hint: `Name a file, --also ${name}=${name}.jsonl, or a directory for all of them with --run.`,
        })
      const path = file || join(run, `${name}.jsonl`)
      const level = (['instruction', 'inverse'] as const).find(one => name.startsWith(`${one}-`)) ?? 'query'
      const format = level === 'query' ? name : name.slice(level.length + 1)
      return { name, format, path, kind: kinds.get(format) as Kind, level }
    })
