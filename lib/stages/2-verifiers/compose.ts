import { reject, type Stage } from '../../flow/stage.ts'
import { integer } from '../../random.ts'
import type { Composed } from '../../records/conversations.ts'
import type { Validated } from '../../records/records.ts'
import { allJoined } from '../../text/sentence-join.ts'

const rejects = {
  'too-few': 'not enough instructions were known yet to put it together with',
} as const

/** Three turns, each with one instruction more: dispatcher, 2026-05. */
export const defaults = { turns: 3, perTurn: 1 }

/**
 * Puts every instruction together with others that came before it, as many as the turns of a conversation take, drawn from those that
 * were used no more than twice as often as the mean. Dispatcher (2025-08) knows all instructions and takes the least used; in a stream
 * that would be the neighbours, which stand in one reply of the teacher and resemble each other.
 * Remembers all, so records pass one at a time and in order.
 */
export const compose = (knobs: Partial<typeof defaults> = {}): Stage<Validated, Composed, keyof typeof rejects> => {
  const { turns, perTurn } = { ...defaults, ...knobs }
  const known = new Known()
  return {
    name: 'compose',
    cost: 'free',
    lanes: 1,
    rejects,
    run(record, { random }) {
      const others = known.take(turns * perTurn - 1, record, random)
      known.add(record, others ? 1 : 0)
      if (!others) return reject('too-few', { known: known.size - 1 })
      const composedOf = [record, ...others]
      return {
        instruction: allJoined(composedOf.map(({ instruction }) => instruction)),
        composedOf,
        turns: Array.from({ length: turns }, () => perTurn),
      }
    },
  }
}

/** Every instruction that came, once, with how often it was used. */
class Known {
  readonly #all: { readonly record: Validated; uses: number }[] = []
  readonly #texts = new Set<string>()
  #uses = 0

  get size(): number {
    return this.#all.length
  }

  add(record: Validated, uses: number): void {
    if (this.#texts.has(record.instruction)) return
    this.#texts.add(record.instruction)
    this.#all.push({ record, uses })
    this.#uses += uses
  }

  /** So many different ones, none of them `own`; undefined when not so many are known. */
  take(count: number, own: Validated, random: () => number): readonly Validated[] | undefined {
    const all = this.#all
    if (all.length - Number(this.#texts.has(own.instruction)) < count) return undefined
    const taken = new Set<(typeof all)[number]>()
    // Half of them at least are under the bound; where that is too few it rises, so an end is found.
    for (let drawn = 0; taken.size < count; drawn++) {
      const bound = (2 * this.#uses) / all.length + Math.floor(drawn / (4 * all.length))
      const one = all[integer(random, all.length)] as (typeof all)[number]
      if (one.uses <= bound && one.record.instruction !== own.instruction) taken.add(one)
    }
    for (const one of taken) one.uses++
    this.#uses += count
    return [...taken].map(({ record }) => record)
  }
}
