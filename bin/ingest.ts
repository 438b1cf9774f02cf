import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inputs } from '../lib/config/open/inputs.ts'
import { AutoifError } from '../lib/errors.ts'
import { ingest } from '../lib/models/batch/ingest.ts'
import { openPlannedRequests } from '../lib/models/batch/planned-files.ts'
import { type Result, resultIn } from '../lib/models/batch/result.ts'
import { openJournal } from '../lib/models/journal/journal.ts'
import { problem } from '../lib/records/door.ts'
import { inWords } from '../lib/records/place.ts'
import { ingested } from '../lib/report/ingested.ts'
import { input } from '../lib/sources/input.ts'
import type { Command } from './command.ts'

const door = (value: unknown) => {
  const result = resultIn(value)
  return typeof result === 'string' ? problem(result) : result
}

const resultsIn = async function* (
  given: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  unreadable: string[],
): AsyncGenerator<Result> {
  for (const { chunks, ...named } of inputs(given.join('\n'), stdin))
    for await (const { envelopes } of input(chunks, { ...named, kind: 'result', door, format: 'ndjson' }))
      for (const { record, refused, place } of envelopes) {
        if (!refused) yield record as Result
        else {
          const { problem = '' } = (refused.detail ?? {}) as { readonly problem?: string }
          unreadable.push(`${place ? inWords(place) : 'a line'} is ${refused.why}: ${problem}`)
        }
      }
}

/** Takes the results of batches into the journal of the run that planned them. */
export const command: Command = async ({ args, options }, { stdin, stderr }) => {
  const run = `${options.run}`
  const planned = await openPlannedRequests(run)
  try {
    if (planned.count === 0)
      throw new AutoifError('AUTOIF_USAGE', `${run} holds no plan`, {
        hint: 'Name the directory that `autoif-stream plan --run DIR` was given.',
      })
    const path = `${options.journal || join(run, 'journal.sqlite')}`
    if (!existsSync(path))
      throw new AutoifError('AUTOIF_JOURNAL', `there is no answer journal at ${path}`, {
        hint: 'Name the one that the plan was made with, --journal FILE.',
      })
    const journal = openJournal(path)
    try {
      const unreadable: string[] = []
      const counts = await ingest(journal, planned, resultsIn(args, stdin, unreadable))
      stderr.write(ingested({ ...counts, unreadable }))
      return counts.unknown + unreadable.length > 0 ? 1 : 0
    } finally {
      await journal.close()
    }
  } finally {
    stdin.destroy()
    await planned.close()
  }
}
