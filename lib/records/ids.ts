import { hash } from 'node:crypto'

// 4 MiB of bits. With four probes a record is wrongly taken for a repeat once in about 6,000 at one million
// records and once in 4 at ten million; all that costs it is an id that names its line, too.
const words = 2 ** 20
const mask = words * 32 - 1
const probes = 4

/**
 * Makes ids that are born from content: 16 hex characters of its SHA-256, so the same record bears the same id
 * wherever it stands. What was perhaps seen before gets `@` and its position as a suffix (`3f…9a@1207`), so no two
 * records of one input share an id as long as their positions differ. The memory of what was seen is a bit filter of a
 * fixed 4 MiB: it never forgets a repeat, and over a very long input it may take a new record for one.
 */
export const identifier = (): ((content: Uint8Array | string, position: string) => string) => {
  const filter = new Uint32Array(words)
  return (content, position) => {
    const id = hash('sha256', content, 'hex').slice(0, 16)
    // The bits come from the id itself, so that two contents with one id count as a repeat as well.
    let at = Number.parseInt(id.slice(0, 8), 16)
    const step = Number.parseInt(id.slice(8), 16) | 1
    let seen = true
    for (let probe = 0; probe < probes; probe++, at = (at + step) | 0) {
      const place = (at & mask) >>> 5
      const bit = 1 << (at & 31)
      const word = filter[place] as number
      if ((word & bit) === 0) {
        seen = false
        filter[place] = word | bit
      }
    }
    return seen ? `${id}@${position}` : id
  }
}
