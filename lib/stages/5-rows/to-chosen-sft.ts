import { reject, type Stage } from '../../flow/stage.ts'
import type { Verified } from '../../records/records.ts'
import type { SftRow } from '../../records/rows.ts'
import { joined } from '../../text/sentence-join.ts'

const rejects = { 'nothing-chosen': 'no response has a pass rate of `chosenFrom` or more' } as const

/** chosenFrom 0.5: what to-dpo prefers (llama3_autoif step 5), so that both are trained on the same responses. */
export const defaults = { chosenFrom: 0.5, soundJoin: true }

/** A row to fine-tune on for every different response that may be chosen; no judge has scored them. */
export const toChosenSft = (knobs: Partial<typeof defaults> = {}): Stage<Verified, SftRow, keyof typeof rejects> => {
  const { chosenFrom, soundJoin } = { ...defaults, ...knobs }
  return {
    name: 'to-chosen-sft',
    cost: 'free',
    lanes: 1,
    rejects,
    run({ query, instruction, graded, model }, { id }) {
      const chosen = graded.filter(
        ({ text, passRate }) => text.trim() !== '' && passRate !== null && passRate > 0 && passRate >= chosenFrom,
      )
      const different = [...new Map(chosen.map(one => [one.text, one])).values()]
      if (different.length === 0) return reject('nothing-chosen')
      const prompt = joined(query, instruction, { sound: soundJoin })
      return different.map(({ text: response, passRate }, at) => ({
        prompt,
        response,
        lineage: { id: `${id}.${at}`, model, pass_rate: passRate, instruction, query },
      }))
    },
  }
}
