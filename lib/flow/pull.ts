import highland from 'highland'
import type { Envelope } from '../records/envelope.ts'
import type { Stream } from './lanes.ts'
import type { Train } from './line.ts'
import type { Pull } from './recipe.ts'

/** One train of a stream; undefined at its end. Throws what the stream threw. */
export const pulled = (stream: Stream): Promise<Train | undefined> =>
  new Promise((resolve, reject) => {
    stream.pull((fault, train) => {
      if (fault) reject(fault)
      else resolve(highland.isNil(train) ? undefined : train)
    })
  })

/** Refused records met while pulling, and where to hand them on to when a whole train of them has been met. */
export interface Aside {
  readonly met: Envelope[]
  handOn: (met: Train) => Promise<void>
}

export interface Puller {
  readonly pull: Pull<unknown>
  readonly aside: Aside
  /** Whether the stream was read to its own end, and not to where it was cut off. */
  readonly dry: () => boolean
  /** For whoever never pulls a record: refused ones, a train of them at a time, up to the first live one; then undefined. */
  readonly unmet: () => Promise<Train | undefined>
}

/**
 * Hands out the live records of a stream one by one. The refused ones met on the way are set aside,
 * because they belong in the line of whoever pulled, at the place where they were met. `cut` fires when the stream is cut off.
 */
export const puller = (stream: Stream, cut: AbortSignal): Puller => {
  const aside: Aside = { met: [], handOn: async () => {} }
  let train: Train = []
  let at = 0
  let dry = false
  const pull = async (): Promise<Envelope | undefined> => {
    for (;;) {
      while (at < train.length) {
        const envelope = train[at++] as Envelope
        if (!envelope.refused) return envelope
        aside.met.push(envelope)
      }
      if (aside.met.length > 0) await aside.handOn(aside.met.splice(0))
      const more = await pulled(stream)
      if (!more) {
        dry = !cut.aborted
        return undefined
      }
      train = more
      at = 0
    }
  }
  let live = false
  const unmet = async (): Promise<Train | undefined> => {
    if (live || dry) return undefined
    const more = await pulled(stream)
    dry = more === undefined && !cut.aborted
    const first = more?.findIndex(({ refused }) => !refused) ?? -1
    live = first >= 0
    return live ? more?.slice(0, first) : more
  }
  return { pull, aside, dry: () => dry, unmet }
}
