import { AutoifError } from '../../errors.ts'
import type { Batch, Envelope } from '../../records/envelope.ts'
import { lineOf } from '../../records/interchange/lines.ts'
import { inWords } from '../../records/place.ts'

const article = (kind: string): string => (/^[aeiou]/.test(kind) ? 'an' : 'a')

const longest = 120

// Whatever an input holds, it must not move a terminal's cursor about.
const printable = (line: string): string => line.replace(/[^\P{Cc}\t]/gu, '\ufffd')

const unread: Readonly<Record<string, string>> = { 'not-json': 'is not JSON', 'not-utf8': 'is not UTF-8' }

const another = ({ record, refused, place }: Envelope, name: string, kind: string): AutoifError => {
  const { excerpt, problem } = Object(refused?.detail) as { readonly excerpt?: string; readonly problem?: string }
  const line = printable(excerpt ?? JSON.stringify(record))
  const shown = line.length > longest ? `${line.slice(0, longest)}…` : line
  const why = unread[refused?.why ?? ''] ?? problem
  const expected = lineOf(kind)
  const lines = expected === undefined ? `Name a file of ${kind}s.` : `Expected are lines like ${expected}`
  const where = place ? inWords(place) : 'a record'
  return new AutoifError('AUTOIF_SOURCE', `nothing in ${name} is ${article(kind)} ${kind}; ${where} ${why}: ${shown}`, {
    hint:
      refused?.why === 'not-utf8'
        ? `${lines}\n  Text in another encoding goes through iconv first: iconv -f LATIN1 -t UTF-8`
        : lines,
  })
}

/**
 * Passes on what an input holds. When none of its records is taken and some are of another kind, AUTOIF_SOURCE is thrown behind
 * the last: it shows the first of those, and one of the kind that was expected. Single bad records are rejects and no more, and so are
 * any number that are of the kind and refused for what they say.
 */
export const ofItsKind = async function* (
  batches: AsyncIterable<Batch>,
  { name, kind }: { readonly name: string; readonly kind: string },
): AsyncGenerator<Batch> {
  const foreign = new Set([...Object.keys(unread), 'not-an-object', `no-${kind}`, `not-${article(kind)}-${kind}`])
  let taken = false
  let first: Envelope | undefined
  for await (const batch of batches) {
    for (const envelope of taken ? [] : batch.envelopes) {
      if (!envelope.refused) taken = true
      else if (foreign.has(envelope.refused.why)) first ??= envelope
    }
    yield batch
  }
  if (first && !taken) throw another(first, name, kind)
}
