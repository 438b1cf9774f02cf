import { relative } from 'node:path'
import type { OutputFact } from '../../report/card.ts'
import type { Kind } from '../../sinks/shapes/parts.ts'
import type { Settings } from '../settings.ts'
import { alsoOf } from './also.ts'

/** A dataset of a run. */
export interface Written {
  /** What LLaMA-Factory's `dataset:` calls it. */
  readonly name: string
  readonly format: string
  readonly kind: Kind
  readonly level: 'query' | 'instruction' | 'inverse'
  readonly path: string
}

/** A dataset with how many rows it has taken so far. */
export interface Counted extends Written {
  readonly rows: number
}

/** What LLaMA-Factory's `dataset:` calls an output. */
export const nameOf = (output: string): string => `autoif_${output.replaceAll('-', '_')}`

/** The outputs of rows, all that go anywhere: SFT rows and DPO pairs first, then what `--also` asks for. Throws AUTOIF_USAGE. */
export const writtenOf = (
  settings: Settings,
  { sft, dpo, inverseSft = '' }: Pick<Settings, 'sft' | 'dpo'> & Partial<Pick<Settings, 'inverseSft'>>,
): readonly Written[] => {
  const always = [
    { name: 'sft', kind: 'sft', format: settings.sftFormat, path: sft, level: 'query' },
    { name: 'dpo', kind: 'dpo', format: settings.dpoFormat, path: dpo, level: 'query' },
    { name: 'inverse-sft', kind: 'sft', format: settings.sftFormat, path: inverseSft, level: 'inverse' },
  ] as const
  const all = [...always, ...alsoOf(settings)].filter(({ path }) => path !== '')
  return all.map(({ name, ...output }, at) => {
    const same = all.slice(0, at).filter(before => before.name === name).length
    return { ...output, name: `${nameOf(name)}${same > 0 ? `_${same + 1}` : ''}` }
  })
}

/** Outputs of rows as summary.json says them: files by their place in the run directory; stdout is none. */
export const outputFacts = (written: readonly Counted[], run: string): readonly OutputFact[] =>
  written.flatMap(({ name, format, path, rows }) =>
    path === '-' ? [] : [{ name, format, file: run ? relative(run, path) : path, rows }],
  )
