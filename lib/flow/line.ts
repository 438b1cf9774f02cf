import type { Envelope } from '../records/envelope.ts'
import { weigh } from './weigh.ts'

export type Train = readonly Envelope[]

/** What one visit led to; `stop` says that nothing younger is wanted any more. */
export interface Visited {
  readonly children: Train
  readonly stop?: boolean
}

export type Outcome = Visited | { readonly fault: unknown }

/** A place in the line. `late` says that it was taken before it had an outcome, `left` is called when it leaves. */
export interface Slot {
  outcome?: Outcome
  weight: number
  readonly late: boolean
  readonly left?: () => void
}

// One answer in a thousand may take a hundred times as long as the others; so many may settle behind it
// before the lanes stand still, and never more than this many characters of them.
const windowPerLane = 128
const windowCharacters = 64 * 2 ** 20

/** The records under way at one stage, in order of arrival: they settle anywhere and leave at the front. */
export class Line {
  readonly #width: number
  readonly #slots: Slot[] = []
  #unsettled = 0
  #waiting = 0
  #closed = false

  constructor(width: number) {
    this.#width = width
  }

  get empty(): boolean {
    return this.#slots.length === 0
  }

  /** Whether what stands at the front may leave. */
  get ready(): boolean {
    return this.#slots[0]?.outcome !== undefined
  }

  /** While somebody below waits, only unsettled records count against the width, else all that have not left; behind a stop there is no room. */
  full(awaited: boolean): boolean {
    const { length } = this.#slots
    return (
      this.#closed ||
      this.#unsettled >= this.#width ||
      length >= (awaited ? this.#width * windowPerLane : this.#width) ||
      (this.#unsettled > 0 && this.#waiting >= windowCharacters)
    )
  }

  /** Takes a place at the end for a record whose outcome is not known yet. */
  hold(): Slot {
    const slot: Slot = { weight: 0, late: true }
    this.#slots.push(slot)
    this.#unsettled++
    return slot
  }

  settle(slot: Slot, outcome: Outcome): void {
    this.#unsettled--
    this.#keep(slot, outcome)
  }

  /** Adds a settled one, at the end or before another. */
  add(outcome: Outcome, before?: Slot, left?: () => void): void {
    const slot: Slot = { weight: 0, late: false, ...(left ? { left } : {}) }
    if (before) this.#slots.splice(this.#slots.indexOf(before), 0, slot)
    else this.#slots.push(slot)
    this.#keep(slot, outcome)
  }

  /**
   * Takes the settled ones from the front, up to a fault or a stop, which makes it the `last`. Those that settled at once leave together; of the
   * others one at a time, so that whoever is below need not hold what it has no lane for, unless they are so many
   * (behind a slow one) that the lanes would stand still meanwhile.
   */
  leave(): { train: Train; last: boolean; fault?: unknown } {
    const train: Envelope[] = []
    let gone = 0
    let end: Outcome | undefined
    for (let head = this.#slots[0]; head?.outcome && !end; head = this.#slots[gone]) {
      const { outcome, late, weight } = head
      gone++
      this.#waiting -= weight
      if ('children' in outcome) for (const child of outcome.children) train.push(child)
      const crowded = this.#slots.length - gone > this.#width
      if ((late && !crowded) || 'fault' in outcome || outcome.stop) end = outcome
    }
    for (const { left } of this.#slots.splice(0, gone)) left?.()
    if (end && 'fault' in end) return { train, last: false, fault: end.fault }
    return { train, last: end?.stop ?? false }
  }

  /** Gives up on all that is left. */
  clear(): void {
    for (const { left } of this.#slots.splice(0)) left?.()
  }

  #keep(slot: Slot, outcome: Outcome): void {
    slot.outcome = outcome
    if (!('children' in outcome)) return
    if (outcome.stop) this.#closed = true
    if (this.#unsettled === 0) return
    slot.weight = weigh(outcome.children)
    this.#waiting += slot.weight
  }
}
