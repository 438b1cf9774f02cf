import { AutoifError } from '../../errors.ts'
import { unlessFlawed } from '../../flow/answers.ts'
import { reject, type Stage } from '../../flow/stage.ts'
import type { Model } from '../../models/model.ts'
import { judging, range, type Scale } from '../../prompts/judging.ts'
import { integer } from '../../random.ts'
import type { Conversed } from '../../records/conversations.ts'
import { firstTurns } from '../../records/first-turns.ts'
import type { Accepted, Exchange, Scored } from '../../records/records.ts'
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
 * Of a conversation every turn is judged by the query that it began with, and what stands before the first that is too low is used;
 * its score is the lowest.
 */
export const score = <In extends Accepted | Conversed>({
  judge,
  ...knobs
}: Needs): Stage<In, Scored, keyof typeof rejects> => {
  const { judgements: n, minScore, strictScore, tolerant, temperature, scale } = { ...defaults, ...knobs }
  const words = judging(scale)
  const enough = (score: number): boolean => (strictScore ? score > minScore : score >= minScore)
  const read = (judgements: readonly string[]) => meanScore(judgements, { tolerant, ...range[scale] })

  const conversation = async (record: Conversed, ask: Ask) => {
    const exchanged: Exchange[] = []
    const scores: number[] = []
    const told = record.exchanged.every(({ judgements }) => judgements)
    const by = told ? (record.judge ?? 'unknown') : judge.name
    for (const [turn, exchange] of record.exchanged.entries()) {
      const { response, judgements: known } = exchange
      const asked = { instruction: firstTurns(record, turn + 1).instruction, query: record.query, response }
      const said = known ?? (await unlessFlawed(ask(asked)))
      if (said instanceof AutoifError && turn === 0) throw said
      const judgements = said instanceof AutoifError ? [] : said
      const score = read(judgements)
      const fails = score === undefined ? 'no-score' : enough(score) ? undefined : 'low-score'
      if (fails) {
        const refused = reject(fails, { turn, score, judgements }, turn === 0 ? undefined : record)
        return turn === 0 ? refused : [judged(firstTurns(record, turn), exchanged, scores, by), refused]
      }
      exchanged.push({ ...exchange, judgements })
      scores.push(score as number)
    }
    return judged(record, exchanged, scores, by)
  }

  return {
    name: 'score',
    cost: 'model',
    lanes: judge.lanes,
    rejects,
    async run(given, { random, signal }) {
      const record: Accepted | Conversed = given
      const ask: Ask = asked => judge.ask(words(asked), { n, temperature, seed: integer(random, 2 ** 31), signal })
      if ('composedOf' in record) return conversation(record, ask)
      const judgements = record.judgements ?? (await ask(record))
      const score = read(judgements)
      if (score === undefined) return reject('no-score', { judgements })
      return enough(score)
        ? { ...record, score, judgements, judge: record.judgements ? (record.judge ?? 'unknown') : judge.name }
        : reject('low-score', { score, judgements })
    },
  }
}

type Ask = (asked: Parameters<ReturnType<typeof judging>>[0]) => Promise<readonly string[]>

/** A conversation as its last turn, with those before. */
const judged = (
  record: Conversed,
  exchanged: readonly Exchange[],
  scores: readonly number[],
  judge: string,
): Scored & Conversed => {
  const { user = '', response = '', passRate = null } = exchanged.at(-1) ?? {}
  const judgements = exchanged.flatMap(one => one.judgements ?? [])
  return { ...record, exchanged, prompt: user, response, passRate, score: Math.min(...scores), judgements, judge }
}
