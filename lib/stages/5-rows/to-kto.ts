import { reject, type Stage } from '../../flow/stage.ts'
import type { Verified } from '../../records/records.ts'
import type { LabelledRow } from '../../records/rows.ts'
import { joined } from '../../text/sentence-join.ts'

const rejects = {
  undecided: 'no response is accepted, and none refused by every verifier that answered',
} as const

/** Accepted is what accept lets through, more than half of the verifiers (paper §3.2); refused is what to-dpo avoids, a pass rate of 0. */
export const defaults = { passRateAbove: 0.5, soundJoin: true }

/**
 * Every different response that its verifiers accept, or that all of them refuse, with that as its label. What is in between
 * is left out, and so is a blank response, which trainers take for one that is not there.
 */
export const toKto = (knobs: Partial<typeof defaults> = {}): Stage<Verified, LabelledRow, keyof typeof rejects> => {
  const { passRateAbove, soundJoin } = { ...defaults, ...knobs }
  return {
    name: 'to-kto',
    cost: 'free',
    lanes: 1,
    rejects,
    run({ query, instruction, graded, model }, { id }) {
      const prompt = joined(query, instruction, { sound: soundJoin })
      const different = new Map(graded.map(one => [one.text, one]))
      const rows = [...different.values()].flatMap(({ text, passRate }): Omit<LabelledRow, 'lineage'>[] => {
        if (passRate === null || text.trim() === '') return []
        if (passRate > passRateAbove) return [{ prompt, response: text, label: true }]
        return passRate === 0 ? [{ prompt, response: text, label: false }] : []
      })
      if (rows.length === 0) return reject('undecided')
      return rows.map((row, at) => ({
        ...row,
        lineage: { id: `${id}.${at}`, model, pass_rate: different.get(row.response)?.passRate, instruction, query },
      }))
    },
  }
}
