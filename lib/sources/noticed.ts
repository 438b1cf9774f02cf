import type { Batch } from '../records/envelope.ts'

/** A source of which the beginning is known before anybody asks for it. */
export interface Noticed {
  readonly source: AsyncIterable<Batch>
  /**
   * Whether it is worth while to make ready for its records: true as soon as one was taken, or when 1000 were refused; false when it has
   * ended without one. Rejects with what the source throws before.
   */
  readonly promising: Promise<boolean>
}

// A dump may well begin with a thousand bad records; one that has no good ones is mostly smaller, or another file altogether.
const enough = 1000

/** Reads a source up to its first record that is not refused, 1000 that are, or its end, and hands on all of it, those first. */
export const noticed = (source: AsyncIterable<Batch>): Noticed => {
  const iterator = source[Symbol.asyncIterator]()
  const held: Batch[] = []
  const look = async (): Promise<boolean> => {
    for (let count = 0; count < enough; ) {
      const { done, value } = await iterator.next()
      if (done) return false
      held.push(value)
      if (value.envelopes.some(({ refused }) => !refused)) return true
      count += value.envelopes.length
    }
    return true
  }
  const promising = look()
  // Whoever asks for the records, or waits for them, hears of it.
  promising.catch(() => {})
  const all = async function* (): AsyncGenerator<Batch> {
    const looked = await promising.catch((fault: unknown) => ({ fault }))
    for (let one = held.shift(); one; one = held.shift()) yield one
    if (typeof looked === 'object') throw looked.fault
    for (let one = await iterator.next(); !one.done; one = await iterator.next()) yield one.value
  }
  return { promising, source: all() }
}

/** The same records, once it is known that they are wanted; none when they are not. Nothing of them is asked for before. */
export const onceWanted = async function* <T>(records: AsyncIterable<T>, wanted: Promise<boolean>): AsyncGenerator<T> {
  if (await wanted) yield* records
}
