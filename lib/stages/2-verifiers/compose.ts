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
 * Puts every instruction together with others that came before it, the least used ones, drawn among equals (dispatcher, 2025-08),
 * as many as the turns of a conversation take. Remembers all, so records pass one at a time and in order.
 */
export const compose = (knobs: Partial<typeof defaults> = {}): Stage<Validated, Composed, keyof typeof rejects> => {
  const { turns, perTurn } = { ...defaults, ...knobs }
  const others = turns * perTurn - 1
  const known = shelves()
  return {
    name: 'compose',
    cost: 'free',
    lanes: 1,
    rejects,
    run(record, { random }) {
      const enough = known.size() >= others
      const constraints = [record, ...(enough ? known.take(others, random) : [])]
      known.add(record)
      if (!enough) return reject('too-few', { known: known.size() - 1 })
      return {
        instruction: allJoined(constraints.map(({ instruction }) => instruction)),
        constraints,
        turns: Array.from({ length: turns }, () => perTurn),
      }
    },
  }
}

/** Instructions by how often they were used, so that a draw costs what it takes and not what is known. */
const shelves = () => {
  const byUses: Validated[][] = []
  let size = 0
  const put = (uses: number, record: Validated): void => {
    byUses[uses] ??= []
    byUses[uses].push(record)
  }
  return {
    size: () => size,
    add(record: Validated): void {
      size++
      put(1, record)
    },
    take(count: number, random: () => number): readonly Validated[] {
      const taken: { readonly record: Validated; readonly uses: number }[] = []
      for (const [uses, shelf = []] of byUses.entries())
        while (taken.length < count && shelf.length > 0) {
          const at = integer(random, shelf.length)
          const record = shelf[at] as Validated
          shelf[at] = shelf.at(-1) as Validated
          shelf.pop()
          taken.push({ record, uses })
        }
      for (const { record, uses } of taken) put(uses + 1, record)
      return taken.map(({ record }) => record)
    },
  }
}
