import { reject, type Stage } from '../../flow/stage.ts'
import type { Model } from '../../models/model.ts'
import { judging, range, type Scale } from '../../prompts/judging.ts'
import { integer } from '../../random.ts'
import type { Conversed } from '../../records/conversations.ts'
import { inForce, type Judged, lastUsed } from '../../records/judged-turns.ts'
import type { Accepted, Scored } from '../../records/records.ts'
import { meanScore } from '../../text/score-line.ts'

const rejects = {
  'no-score': 'no reply of the judge held a score',
  'low-score': 'the mean score is under the threshold',
} as const

/**
 * Threshold on 0..10: the paper drops what is below 8, upstream step 8 keeps only what is above 8 (strict).
 * tolerant reads `**Score: 9**`, `9/10` and the like, within the scale; off, it is upstream's `Score: N` at the very end, any N.
 * On 1..5 dispatcher keeps what has 4 or more.
 */
export const defaults = {
  judgements: 1,
  minScore: 8,
  strictScore: false,
  tolerant: true,
  temperature: 0,
  scale: '0-10' as Scale,
}

type Needs = { readonly judge: Model } & Partial<typeof defaults>

/**
 * Has a judge say how well the response answers the query; judgements that came in with the record are read, not asked again.
 * Of a conversation every turn is judged by the query that it began with, and what stands before the first that is too low is used.
 */
export const score = <In extends Accepted | Conversed>({
  judge,
  ...knobs
}: Needs): Stage<In, Scored, keyof typeof rejects> => {
  const { judgements: n, minScore, strictScore, tolerant, temperature, scale } = { ...defaults, ...knobs }
  const words = judging(scale)
  const enough = (score: number): boolean => (strictScore ? score > minScore : score >= minScore)
  return {
    name: 'score',
    cost: 'model',
    lanes: judge.lanes,
    rejects,
    async run(given, { random, signal }) {
      const record: Accepted | Conversed = given
      const ask = (asked: Parameters<typeof words>[0]) =>
        judge.ask(words(asked), { n, temperature, seed: integer(random, 2 ** 31), signal })
      if ('constraints' in record) {
        const judged: Judged[] = []
        for (const [turn, { response }] of record.exchanges.entries()) {
          const instruction = inForce(record, turn)
          const judgements = await ask({ instruction, query: record.query, response })
          const score = meanScore(judgements, { tolerant, ...range[scale] })
          if (score !== undefined && enough(score)) judged.push({ instruction, judgements, score })
          else return cut(record, judged, { turn, score, judgements }, judge.name)
        }
        return lastUsed(record, judged, judge.name)
      }
      const judgements = record.judgements ?? (await ask(record))
      const score = meanScore(judgements, { tolerant, ...range[scale] })
      if (score === undefined) return reject('no-score', { judgements })
      return enough(score)
        ? { ...record, score, judgements, judge: record.judgements ? (record.judge ?? 'unknown') : judge.name }
        : reject('low-score', { score, judgements })
    },
  }
}

const cut = (
  record: Conversed,
  judged: readonly Judged[],
  detail: { readonly turn: number; readonly score: number | undefined; readonly judgements: readonly string[] },
  judge: string,
) => {
  const why = detail.score === undefined ? 'no-score' : 'low-score'
  const { query, exchanges } = record
  if (judged.length === 0) return reject(why, detail)
  return [lastUsed(record, judged, judge), reject(why, detail, { query, ...exchanges[detail.turn] })]
}
