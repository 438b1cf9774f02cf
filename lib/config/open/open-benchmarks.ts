import { basename } from 'node:path'
import { AutoifError } from '../../errors.ts'
import { type Benchmarks, benchmarks } from '../../records/benchmarks.ts'
import { query } from '../../records/interchange/doors.ts'
import { inWords } from '../../records/place.ts'
import type { Query } from '../../records/records.ts'
import type { Settings } from '../settings.ts'
import { takesStdin } from './inputs.ts'
import { openSource } from './open-source.ts'

const nobody = (async function* (): AsyncGenerator<Uint8Array> {})()

const hint = 'Name files with prompts in any of the shapes that queries have, or as text with one prompt a line.'

const reading = { inputFormat: 'auto', queryField: '', strict: false } as const

/**
 * The benchmarks that no row may repeat, one for each file, read as queries are; undefined when none are named. Unlike a query, a prompt
 * that cannot be read is no reject: what repeats it would go through. Throws AUTOIF_SOURCE when a file is missing, holds
 * no prompts or has a line that is none.
 */
export const openBenchmarks = async ({
  decontaminate,
}: Pick<Settings, 'decontaminate'>): Promise<Benchmarks | undefined> => {
  if (decontaminate === '') return undefined
  if (takesStdin(decontaminate)) throw new AutoifError('AUTOIF_USAGE', 'benchmarks do not come from stdin', { hint })
  const prompts = new Map<string, string[]>()
  for await (const { envelopes } of openSource(decontaminate, query, reading, nobody, true)) {
    for (const { record, refused, place } of envelopes) {
      if (refused)
        throw new AutoifError(
          'AUTOIF_SOURCE',
          `${place ? inWords(place) : 'a prompt'} cannot be read: ${refused.why}`,
          {
            hint,
          },
        )
      const name = basename(place?.source ?? '')
      const known = prompts.get(name) ?? []
      prompts.set(name, known)
      known.push((record as Query).query)
    }
  }
  if (prompts.size === 0)
    throw new AutoifError('AUTOIF_SOURCE', `${decontaminate.replaceAll('\n', ', ')}: no prompts in there`, { hint })
  return benchmarks([...prompts].map(([name, prompts]) => ({ name, prompts })))
}
