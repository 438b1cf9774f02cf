import highland from 'highland'
import type { Envelope } from '../records/envelope.ts'
import type { Stream } from './lanes.ts'
import type { Train } from './line.ts'

/** Hands on what comes, and when nothing more comes, the live ones again and again until nobody pulls. Holds them all. */
export const cycled = (upstream: Stream): Stream => {
  const known: Envelope[] = []
  let again: number | undefined
  return highland<Train>((push, next) => {
    if (again === undefined) {
      upstream.pull((fault, train) => {
        if (fault) push(fault)
        else if (highland.isNil(train)) again = 0
        else {
          known.push(...train.filter(({ refused }) => !refused))
          push(null, train)
        }
        next()
      })
      return
    }
    const one = known[again++ % known.length]
    if (!one) return push(null, highland.nil)
    push(null, [one])
    next()
  })
}
