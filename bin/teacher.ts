import { pipeline } from 'node:stream/promises'
import { inputs } from '../lib/config/open/inputs.ts'
import { rates, rehearsalRates } from '../lib/config/open/rates.ts'
import { AutoifError } from '../lib/errors.ts'
import { batchAnswers } from '../lib/models/rehearsal/batch.ts'
import { noFaults } from '../lib/models/rehearsal/mishaps.ts'
import { teacherServer } from '../lib/models/rehearsal/server.ts'
import { inWords } from '../lib/records/place.ts'
import { isClosedPipe } from '../lib/sinks/closed-pipe.ts'
import { input } from '../lib/sources/input.ts'
import type { Command } from './command.ts'

const faultNames = Object.keys(noFaults)

const whole = (flag: string, text: unknown): number => {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 0) return value
  throw new AutoifError('AUTOIF_USAGE', `--${flag} takes a whole number from 0 up, not ${JSON.stringify(text)}`)
}

const linesOf = async function* (paths: string, stdin: AsyncIterable<Uint8Array>): AsyncGenerator<unknown> {
  for (const { chunks, ...named } of inputs(paths, stdin)) {
    const read = { ...named, kind: 'request', door: (value: unknown) => value as object, format: 'ndjson' } as const
    for await (const { envelopes } of input(chunks, read))
      for (const { record, refused, place } of envelopes) {
        if (refused) throw new AutoifError('AUTOIF_SOURCE', `${place ? inWords(place) : 'a line'} is ${refused.why}`)
        yield record
      }
  }
}

/** Serves the rehearsal teacher on the loopback address until a signal comes, or answers batch files to stdout. */
export const command: Command = async ({ args: batch, options }, process) => {
  const manner = {
    seed: String(options.seed),
    faults: rates(String(options.faults), faultNames),
    rehearsal: rates(String(options.rehearsal), rehearsalRates),
  }
  if (batch.length > 0) {
    const answers = batchAnswers(linesOf(batch.join('\n'), process.stdin), manner)
    await pipeline(answers, process.stdout, { end: false }).catch(error => {
      if (!isClosedPipe(error)) throw error
    })
    return 0
  }
  const server = await teacherServer({
    port: whole('port', options.port),
    latencyMs: whole('latency', options.latency),
    jitterMs: whole('jitter', options.jitter),
    ...(options.capacity ? { capacity: whole('capacity', options.capacity) } : {}),
    ...manner,
  }).catch(cause => {
    throw new AutoifError('AUTOIF_USAGE', `cannot listen on port ${options.port}: ${cause.message}`, {
      cause,
      hint: 'Name another with --port, or 0 for any that is free.',
    })
  })
  process.stderr.write(
    `The rehearsal teacher answers at ${server.url}\n  autoif-stream --base-url ${server.url} --model rehearsal < queries.jsonl\n`,
  )
  await new Promise<void>(resolve => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await server.close()
  process.stderr.write(`${JSON.stringify(server.counts)}\n`)
  return 0
}
