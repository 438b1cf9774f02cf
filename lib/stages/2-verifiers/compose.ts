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
 * were used less than twice as often as the mean. Dispatcher (2025-08) knows all instructions and takes the least used; in a stream
 * that would be the neighbours, which stand in one reply of the teacher and resemble each other.
 * Remembers all, so records pass one at a time and in order.
 */
export const compose = (knobs: Partial<typeof defaults> = {}): Stage<Validated, Composed, keyof typeof rejects> => {
  const { turns, perTurn } = { ...defaults, ...knobs }
  const known = shelves()
  return {
    name: 'compose',
    cost: 'free',
    lanes: 1,
    rejects,
    run(record, { random }) {
      const others = known.take(turns * perTurn - 1, record.instruction, random)
      known.add(record, others ? 1 : 0)
      if (!others) return reject('too-few', { known: known.size() - 1 })
      const composedOf = [record, ...others]
      return {
        instruction: allJoined(composedOf.map(({ instruction }) => instruction)),
        composedOf,
        turns: Array.from({ length: turns }, () => perTurn),
      }
    },
  }
}

/** Instructions by how often they were used, so that a draw costs what it takes and not what is known. Each is known once. */
const shelves = () => {
  const byUses: Validated[][] = []
  const texts = new Set<string>()
  let uses = 0
  const put = (used: number, record: Validated): void => {
    byUses[used] ??= []
    byUses[used].push(record)
  }
  /** Takes one away from the first `most` shelves, each as likely as any other. */
  const draw = (most: number, random: () => number): { readonly record: Validated; readonly used: number } => {
    const sizes = byUses.slice(0, most).map((shelf = []) => shelf.length)
    let at = integer(
      random,
      sizes.reduce((sum, size) => sum + size, 0),
    )
    let used = 0
    while (at >= (sizes[used] ?? 0)) at -= sizes[used++] ?? 0
    const shelf = byUses[used] as Validated[]
    const record = shelf[at] as Validated
    shelf[at] = shelf.at(-1) as Validated
    shelf.pop()
    return { record, used }
  }
  return {
    size: () => texts.size,
    add(record: Validated, used: number): void {
      if (texts.has(record.instruction)) return
      texts.add(record.instruction)
      uses += used
      put(used, record)
    },
    /** So many others than `own`; undefined when not so many are known. */
    take(count: number, own: string, random: () => number): readonly Validated[] | undefined {
      if (texts.size - Number(texts.has(own)) < count) return undefined
      let most = Math.ceil((2 * uses) / Math.max(1, texts.size))
      const taken: ReturnType<typeof draw>[] = []
      const aside: ReturnType<typeof draw>[] = []
      while (taken.length < count) {
        while (!byUses.slice(0, most).some((shelf = []) => shelf.length > 0)) most++
        const one = draw(most, random)
        ;(one.record.instruction === own ? aside : taken).push(one)
      }
      for (const { record, used } of aside) put(used, record)
      for (const { record, used } of taken) put(used + 1, record)
      uses += taken.length
      return taken.map(({ record }) => record)
    },
  }
}
