import { AutoifError } from '../../errors.ts'
import type { Door } from '../../records/door.ts'
import { Batch, type Envelope } from '../../records/envelope.ts'
import { identifier } from '../../records/ids.ts'
import { inWords } from '../../records/place.ts'
import { input } from '../../sources/input.ts'
import type { Settings } from '../settings.ts'
import { type Input, inputs } from './inputs.ts'
import { ofItsKind } from './of-its-kind.ts'

type Reading = Pick<Settings, 'inputFormat' | 'queryField' | 'strict'> &
  Partial<Pick<Settings, 'turns' | 'completionField' | 'firstPair'>>

const strictly = async function* (batches: AsyncIterable<Batch>): AsyncGenerator<Batch> {
  for await (const batch of batches) {
    const at = batch.envelopes.findIndex(({ refused }) => refused)
    if (at >= 0) {
      const { place, refused } = batch.envelopes[at] as Envelope
      yield new Batch(batch.envelopes.slice(0, at))
      const { problem } = Object(refused?.detail) as { readonly problem?: string }
      const why = `${refused?.why}${problem ? ` (${problem})` : ''}`
      throw new AutoifError('AUTOIF_SOURCE', `${place ? inWords(place) : 'a record'} cannot be read: ${why}`, {
        hint: 'Mend the line, or run without --strict: it then becomes a reject and the run goes on.',
      })
    }
    yield batch
  }
}

const doorway = (door: Door<object>, reading: Reading, tolerant: boolean) => {
  const { queryField, turns = 'first', completionField = '', firstPair = false } = reading
  const options = { tolerant, turns, completionField, firstPair, ...(queryField ? { queryField } : {}) }
  const readTurns = turns === 'first' ? undefined : door.readTurns
  return (value: unknown) => (readTurns ? readTurns(value, options) : door.read(value, options))
}

/** Several faults as one: each has its line. */
export const together = (faults: readonly AutoifError[]): AutoifError | undefined => {
  const [first, ...others] = faults
  if (!first || others.length === 0) return first
  const words = faults.map(({ message }) => message).join('\n')
  return new AutoifError('AUTOIF_SOURCE', words, { cause: first, ...(first.hint ? { hint: first.hint } : {}) })
}

/**
 * Records from paths, globs or `-` for stdin (one a line), one after another, through a door. Throws AUTOIF_SOURCE at once when there is no
 * such file. An input that cannot be read to its end, or holds nothing of the door's kind, does not keep the others from being read: `heard` is told, or
 * AUTOIF_SOURCE is thrown behind the last record. With `strict` the first bad record throws.
 */
export const openSource = (
  paths: string,
  door: Door<object>,
  reading: Reading,
  stdin: AsyncIterable<Uint8Array>,
  tolerant: boolean,
  heard?: (fault: AutoifError) => void,
): AsyncIterable<Batch> => {
  const identify = identifier()
  const reader = doorway(door, reading, tolerant)
  // No two records may share an id, also when they stand in the same line of different files.
  const read = ({ name, path, chunks }: Input, at: number): AsyncIterable<Batch> => {
    const batches = input(chunks, {
      name,
      ...(path === undefined ? {} : { path }),
      kind: door.kind,
      door: reader,
      format: reading.inputFormat,
      identify: at === 0 ? identify : (content, position) => identify(content, `${at + 1}:${position}`),
    })
    return ofItsKind(batches, { name, kind: door.kind })
  }
  const all = async function* (sources: readonly AsyncIterable<Batch>[]): AsyncGenerator<Batch> {
    const faults: AutoifError[] = []
    for (const source of sources)
      try {
        yield* source
      } catch (fault) {
        if (!AutoifError.is(fault) || fault.code !== 'AUTOIF_SOURCE' || reading.strict) throw fault
        if (heard) heard(fault)
        else faults.push(fault)
      }
    const fault = together(faults)
    if (fault) throw fault
  }
  const sources = inputs(paths, stdin).map(read)
  return all(reading.strict ? sources.map(strictly) : sources)
}
