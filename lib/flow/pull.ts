import highland from 'highland'
import type { Envelope } from '../records/envelope.ts'
import type { Stream, Train } from './lanes.ts'
import type { Pull } from './recipe.ts'

/** One train of a stream; undefined at its end. Throws what the stream threw. */
export const pulled = (stream: Stream): Promise<Train | undefined> =>
  new Promise((resolve, reject) => {
    stream.pull((fault, train) => {
      if (fault) reject(fault)
      else resolve(highland.isNil(train) ? undefined : train)
    })
  })

/**
 * Hands out the live records of a stream one by one. The refused ones met on the way are set aside,
 * because they belong in the line of whoever pulled, at the place where they were met.
 */
export const puller = (stream: Stream): { pull: Pull<unknown>; asides: Envelope[]; dry: () => boolean } => {
  const asides: Envelope[] = []
  let train: Train = []
  let at = 0
  let dry = false
  const pull = async (): Promise<Envelope | undefined> => {
    for (;;) {
      while (at < train.length) {
        const envelope = train[at++] as Envelope
        if (!envelope.refused) return envelope
        asides.push(envelope)
      }
      const more = await pulled(stream)
      if (!more) {
        dry = true
        return undefined
      }
      train = more
      at = 0
    }
  }
  return { pull, asides, dry: () => dry }
}
