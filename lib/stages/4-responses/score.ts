import { reject, type Stage } from '../../flow/stage.ts'
import type { Model } from '../../models/model.ts'
import { prompt } from '../../prompts/prompt.ts'
import { integer } from '../../random.ts'
import type { Accepted, Scored } from '../../records/records.ts'
import { meanScore } from '../../text/score-line.ts'

const rejects = {
  'no-score': 'no reply of the judge held a score',
  'low-score': 'the mean score is under the threshold',
} as const

/**
 * Scale 0..10: upstream step 7. Threshold: the paper drops what is below 8, upstream step 8 keeps only what is above 8 (strict).
 * tolerant reads `**Score: 9**`, `9/10` and the like, within the scale; off, it is upstream's `Score: N` at the very end, any N.
 */
export const defaults = { judgements: 1, minScore: 8, strictScore: false, tolerant: true, temperature: 0 }

type Needs = { readonly judge: Model } & Partial<typeof defaults>

const words = prompt('judge', 'instruction', 'query', 'response')

/** Has a judge say how well the response answers the query; judgements that came in with the record are read, not asked again. */
export const score = <In extends Accepted>({
  judge,
  ...knobs
}: Needs): Stage<In, In & Scored, keyof typeof rejects> => {
  const { judgements: n, minScore, strictScore, tolerant, temperature } = { ...defaults, ...knobs }
  const enough = (score: number): boolean => (strictScore ? score > minScore : score >= minScore)
  return {
    name: 'score',
    cost: 'model',
    lanes: judge.lanes,
    rejects,
    async run(record, { random, signal }) {
      const judgements =
        record.judgements ??
        (await judge.ask(words(record), { n, temperature, seed: integer(random, 2 ** 31), signal }))
      const score = meanScore(judgements, { tolerant, min: 0, max: 10 })
      if (score === undefined) return reject('no-score', { judgements })
      return enough(score)
        ? { ...record, score, judgements, judge: record.judgements ? (record.judge ?? 'unknown') : judge.name }
        : reject('low-score', { score, judgements })
    },
  }
}
