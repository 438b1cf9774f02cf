import { accessSync, constants, createReadStream, statSync } from 'node:fs'
import { AutoifError } from '../errors.ts'
import type { Door } from '../records/door.ts'
import { Batch, type Envelope } from '../records/envelope.ts'
import { ndjson } from '../sources/ndjson.ts'
import { unreadable } from '../sources/unreadable.ts'
import type { Settings } from './settings.ts'

type Reading = Pick<Settings, 'inputFormat' | 'queryField' | 'strict'>

const strictly = async function* (batches: AsyncIterable<Batch>): AsyncGenerator<Batch> {
  for await (const batch of batches) {
    const at = batch.envelopes.findIndex(({ refused }) => refused)
    if (at >= 0) {
      const { place, refused } = batch.envelopes[at] as Envelope
      yield new Batch(batch.envelopes.slice(0, at))
      throw new AutoifError(
        'AUTOIF_SOURCE',
        `line ${place?.line} of ${place?.source} (byte ${place?.byte}) cannot be read: ${refused?.why}`,
        { hint: 'Mend the line, or run without --strict: it then becomes a reject and the run goes on.' },
      )
    }
    yield batch
  }
}

// Looked at now, so that a wrong path is told before anything moves; opened when it is first read, so that whatever goes
// wrong then has somebody to hear of it.
const chunksOf = (path: string): AsyncIterable<Uint8Array> => {
  try {
    accessSync(path, constants.R_OK)
    if (statSync(path).isDirectory()) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' })
  } catch (error) {
    throw unreadable(path, error)
  }
  return (async function* () {
    yield* createReadStream(path)
  })()
}

/** Records from `-` (stdin) or a file, through a door. Throws AUTOIF_SOURCE when there is no such file; with `strict` also at the first bad line. */
export const openSource = (
  path: string,
  door: Door<object>,
  { inputFormat, queryField, strict }: Reading,
  stdin: AsyncIterable<Uint8Array>,
  tolerant: boolean,
): AsyncIterable<Batch> => {
  const options = { tolerant, ...(queryField ? { queryField } : {}) }
  const batches = ndjson(path === '-' ? stdin : chunksOf(path), {
    name: path === '-' ? 'stdin' : path,
    kind: door.kind,
    door: value => door.read(value, options),
    format: inputFormat,
  })
  return strict ? strictly(batches) : batches
}
