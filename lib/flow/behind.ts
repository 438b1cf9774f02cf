import highland from 'highland'
import type { Stream } from './lanes.ts'
import type { Train } from './line.ts'

/** Hands on what comes, and when nothing more comes, one train after another that `more` brings, until it brings none. */
export const behind = (upstream: Stream, more: () => Promise<Train | undefined>): Stream => {
  let ended = false
  return highland<Train>((push, next) => {
    if (!ended)
      return upstream.pull((fault, train) => {
        if (fault) push(fault)
        else if (highland.isNil(train)) ended = true
        else push(null, train)
        next()
      })
    more().then(
      train => {
        push(null, train ?? highland.nil)
        if (train) next()
      },
      fault => {
        push(fault)
        push(null, highland.nil)
      },
    )
  })
}
