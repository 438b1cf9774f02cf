import { reject, type Stage } from '../../flow/stage.ts'
import { drawn } from '../../random.ts'
import type { Graded, Verified } from '../../records/records.ts'
import type { DpoRow } from '../../records/rows.ts'
import { joined } from '../../text/sentence-join.ts'

const rejects = {
  'nothing-chosen': 'no response has a pass rate of `chosenFrom` or more',
  'nothing-rejected': 'no response is refused by every verifier that answered',
} as const

/**
 * chosenFrom 0.5 and rejected = 0: upstream code_dpo/2, llama3_autoif step 5. A response on which no verifier answered is neither,
 * and so is a blank one, and one that stands on both sides: trainers skip such pairs or learn nothing from them.
 * pairing `two-by-two`: at most two of each side, drawn, and all their pairs (upstream code_dpo/2); `zip-cycle`: side by side,
 * the shorter list over again, so that every response is used (llama3_autoif step 6).
 */
export const defaults = { chosenFrom: 0.5, pairing: 'two-by-two' as 'two-by-two' | 'zip-cycle', soundJoin: true }

/** Pairs of a response to prefer and one to avoid, for the same prompt. */
export const toDpo = (knobs: Partial<typeof defaults> = {}): Stage<Verified, DpoRow, keyof typeof rejects> => {
  const { chosenFrom, pairing, soundJoin } = { ...defaults, ...knobs }
  return {
    name: 'to-dpo',
    cost: 'free',
    lanes: 1,
    rejects,
    run({ query, instruction, graded, model }, { id, random }) {
      const said = graded.filter(({ text }) => text.trim() !== '')
      const good = distinct(said.filter(({ passRate }) => passRate !== null && passRate > 0 && passRate >= chosenFrom))
      const bad = distinct(said.filter(({ passRate }) => passRate === 0))
      const [chosen, rejected] = [without(good, bad), without(bad, good)]
      if (chosen.length === 0) return reject('nothing-chosen')
      if (rejected.length === 0) return reject('nothing-rejected')

      const prompt = joined(query, instruction, { sound: soundJoin })
      const row = (preferred: Graded, avoided: Graded, at: number): DpoRow => ({
        prompt,
        chosen: preferred.text,
        rejected: avoided.text,
        lineage: {
          id: `${id}.${at}`,
          model,
          chosen_pass_rate: preferred.passRate,
          rejected_pass_rate: avoided.passRate,
          instruction,
          query,
        },
      })
      if (pairing === 'zip-cycle') {
        const length = Math.max(chosen.length, rejected.length)
        return Array.from({ length }, (_, at) =>
          row(chosen[at % chosen.length] as Graded, rejected[at % rejected.length] as Graded, at),
        )
      }
      const avoided = drawn(random, rejected, 2)
      return drawn(random, chosen, 2).flatMap((preferred, first) =>
        avoided.map((other, second) => row(preferred, other, first * avoided.length + second)),
      )
    },
  }
}

const distinct = (graded: readonly Graded[]): readonly Graded[] => [
  ...new Map(graded.map(one => [one.text, one])).values(),
]

const without = (some: readonly Graded[], others: readonly Graded[]): readonly Graded[] => {
  const texts = new Set(others.map(({ text }) => text))
  return some.filter(({ text }) => !texts.has(text))
}
