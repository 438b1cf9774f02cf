import highland from 'highland'
import type { Envelope } from '../records/envelope.ts'
import { weigh } from './weigh.ts'

export type Train = readonly Envelope[]
export type Stream = Highland.Stream<Train>

/** What one visit led to; `stop` says that nothing younger is wanted any more. */
export interface Visited {
  readonly children: Train
  readonly stop?: boolean
}

interface Slot extends Visited {
  settled: boolean
  weight: number
  children: Train
  stop?: boolean
  fault?: unknown
}

// One answer in a thousand may take a hundred times as long as the others; so many may settle behind it
// before the lanes stand still, and never more than this many characters of them.
const windowPerLane = 128
const windowCharacters = 64 * 2 ** 20

/**
 * Visits at most `width` records at once and hands on what they yield in order of arrival.
 * Built on a generator and `pull`, so nothing is pulled that was not asked for from below, and what
 * has settled leaves even while the next pull is outstanding: a source may wait on its own sink.
 * Only unsettled records count against the width, so one slow answer does not idle the other lanes.
 */
export const lanes =
  (width: number, visit: (envelope: Envelope) => Visited | Promise<Visited>) =>
  (upstream: Stream): Stream => {
    const line: Slot[] = []
    let queue: Train = []
    let at = 0
    let unsettled = 0
    let waiting = 0
    let ended = false
    let stopped = false
    let stopping = false
    let wake: (() => void) | undefined

    const full = (): boolean =>
      stopping ||
      unsettled >= width ||
      line.length >= width * windowPerLane ||
      (unsettled > 0 && waiting >= windowCharacters)

    const settle = (slot: Slot, outcome: Partial<Slot>): void => {
      Object.assign(slot, outcome)
      slot.settled = true
      stopping ||= slot.stop === true
      if (slot !== line[0]) slot.weight = weigh(slot.children)
      waiting += slot.weight
    }

    return highland<Train>((push, next) => {
      const leave = (): void => {
        let head = line[0]
        if (!head?.settled) return
        const train: Envelope[] = []
        let gone = 0
        for (; head?.settled && !stopped; head = line[gone]) {
          gone++
          waiting -= head.weight
          train.push(...head.children)
          if (head.stop) stopped = true
          if (head.fault !== undefined) {
            if (train.length > 0) push(null, train.splice(0))
            push(head.fault as Error)
          }
        }
        line.splice(0, stopped ? line.length : gone)
        if (train.length > 0) push(null, train)
      }

      const enter = (envelope: Envelope): void => {
        const slot: Slot = { settled: false, weight: 0, children: [] }
        line.push(slot)
        if (envelope.refused) return settle(slot, { children: [envelope] })
        try {
          const visited = visit(envelope)
          if (!(visited instanceof Promise)) return settle(slot, visited)
          unsettled++
          const later = (outcome: Partial<Slot>): void => {
            unsettled--
            if (stopped) return
            settle(slot, outcome)
            leave()
            if (stopped) push(null, highland.nil)
            else wake?.()
          }
          visited.then(later, fault => later({ fault }))
        } catch (fault) {
          settle(slot, { fault })
        }
      }

      const proceed = (): void => {
        wake = undefined
        // What settles at once leaves at once, and makes room for more of the same train.
        do {
          while (at < queue.length && !full()) enter(queue[at++] as Envelope)
          leave()
        } while (at < queue.length && !full() && !stopped)
        if (stopped || (ended && at >= queue.length && line.length === 0)) return push(null, highland.nil)
        if (ended || at < queue.length || full()) {
          wake = next
          return
        }
        upstream.pull((fault, train) => {
          if (stopped) return
          if (fault) push(fault)
          else if (highland.isNil(train)) ended = true
          else {
            queue = train
            at = 0
          }
          next()
        })
      }

      proceed()
    })
  }
