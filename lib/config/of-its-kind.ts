import { AutoifError } from '../errors.ts'
import type { Batch, Envelope } from '../records/envelope.ts'
import { lineOf } from '../records/interchange/lines.ts'
import { inWords } from '../records/place.ts'

const article = (kind: string): string => (/^[aeiou]/.test(kind) ? 'an' : 'a')

const longest = 120

const another = ({ record, refused, place }: Envelope, name: string, kind: string): AutoifError => {
  const { excerpt, problem } = Object(refused?.detail) as { readonly excerpt?: string; readonly problem?: string }
  const line = excerpt ?? JSON.stringify(record)
  const shown = line.length > longest ? `${line.slice(0, longest)}…` : line
  const why = refused?.why === 'not-json' ? 'is not JSON' : problem
  const expected = lineOf(kind)
  const where = place ? inWords(place) : 'a record'
  return new AutoifError('AUTOIF_SOURCE', `nothing in ${name} is ${article(kind)} ${kind}; ${where} ${why}: ${shown}`, {
    hint: expected === undefined ? `Name a file of ${kind}s.` : `Expected are lines like ${expected}`,
  })
}

/**
 * Passes on what an input holds. When its records are of another kind, all of them, AUTOIF_SOURCE is thrown behind the last:
 * it shows the first, and one of the kind that was expected. Single bad records are rejects and no more.
 */
export const ofItsKind = async function* (
  batches: AsyncIterable<Batch>,
  { name, kind }: { readonly name: string; readonly kind: string },
): AsyncGenerator<Batch> {
  const foreign = new Set(['not-json', 'not-an-object', `no-${kind}`, `not-${article(kind)}-${kind}`])
  let some = false
  let first: Envelope | undefined
  for await (const batch of batches) {
    for (const envelope of some ? [] : batch.envelopes) {
      if (envelope.refused && foreign.has(envelope.refused.why)) first ??= envelope
      else some = true
    }
    yield batch
  }
  if (first && !some) throw another(first, name, kind)
}
