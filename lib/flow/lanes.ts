import highland from 'highland'
import type { Envelope } from '../records/envelope.ts'
import { Line, type Train, type Visited } from './line.ts'

export type Stream = Highland.Stream<Train>

/** `precede` hands on records that stand before whatever the visit leads to, and resolves when they have left. */
export type Visit = (envelope: Envelope, precede: (children: Train) => Promise<void>) => Visited | Promise<Visited>

interface Asking {
  readonly push: (fault: Error | null, train?: Train | Highland.Nil) => void
  readonly next: () => void
}

/**
 * Visits at most `width` records at once and hands on what they yield in order of arrival; when `signal` fires,
 * nothing more is taken in or handed on. Built on a generator and `pull`: nothing moves before the first pull from below, and then
 * the lanes fill and stay filled, so that stages work side by side. While nobody pulls, what has settled holds its
 * lane, so no more is taken in than there is room for; while somebody does, only unsettled ones count, so one slow
 * answer does not idle the others. What has settled leaves even while the next pull is outstanding: a source may wait
 * on its own sink.
 */
export const lanes =
  (width: number, visit: Visit, signal: AbortSignal) =>
  (upstream: Stream): Stream => {
    const line = new Line(width)
    let queue: Train = []
    let at = 0
    let pulling = false
    let ended = false
    let stopped = false
    let pumping = false
    let again = false
    let asking: Asking | undefined

    const room = (): boolean => !stopped && !line.full(asking !== undefined)

    const over = (): boolean => stopped || (ended && at >= queue.length && line.empty)

    const stop = (): void => {
      stopped = true
      line.clear()
    }

    const enter = (envelope: Envelope): void => {
      if (envelope.refused) return line.add({ children: [envelope] })
      let slot: ReturnType<Line['hold']> | undefined
      const precede = (children: Train): Promise<void> =>
        new Promise(left => {
          if (stopped) return left()
          line.add({ children }, slot, left)
          pump()
        })
      try {
        const visited = visit(envelope, precede)
        if (!(visited instanceof Promise)) return line.add(visited)
        slot = line.hold()
        const settle = (outcome: Parameters<Line['settle']>[1]): void => {
          if (stopped || !slot) return
          line.settle(slot, outcome)
          pump()
        }
        visited.then(settle, fault => settle({ fault }))
      } catch (fault) {
        line.add({ fault })
      }
    }

    const leave = (): void => {
      if (!asking || !(line.ready || over())) return
      const { train, last, fault } = line.leave()
      if (last) stop()
      again = true
      if (train.length === 0 && fault === undefined && !over()) return
      const { push, next } = asking
      asking = undefined
      if (train.length > 0) push(null, train)
      if (fault !== undefined) push(fault as Error)
      if (over()) push(null, highland.nil)
      else next()
    }

    const request = (): void => {
      if (pulling || ended || at < queue.length || !room()) return
      pulling = true
      upstream.pull((fault, train) => {
        pulling = false
        if (fault) line.add({ fault })
        else if (highland.isNil(train)) ended = true
        else {
          queue = train
          at = 0
        }
        pump()
      })
    }

    const pump = (): void => {
      again = true
      if (pumping) return
      pumping = true
      while (again) {
        again = false
        while (at < queue.length && room()) enter(queue[at++] as Envelope)
        leave()
        request()
      }
      pumping = false
    }

    if (signal.aborted) stop()
    signal.addEventListener('abort', () => {
      stop()
      pump()
    })

    return highland<Train>((push, next) => {
      asking = { push, next }
      pump()
    })
  }
