import { meanScore } from '../../text/score-line.ts'
import type { Accepted, Scored } from '../records.ts'
import type { Row } from '../row-fields.ts'
import { exchangesOf } from './conversations.ts'
import { rowDoor, text, textOr, texts, without, wrong } from './fields.ts'

const acceptedOf = (row: Row, { exchanged } = exchangesOf(row)): Accepted => ({
  ...without(row, 'gen', 'pass_rate', ...(exchanged ? ['exchanges'] : [])),
  instruction: text(row, 'instruction'),
  query: text(row, 'query'),
  response: text(row, 'response'),
  prompt: textOr(row, 'prompt', ''),
  passRate: typeof row.pass_rate === 'number' ? row.pass_rate : null,
  model: textOr(row, 'model', 'unknown'),
  ...(row.gen === undefined ? {} : { judgements: texts(row, 'gen') }),
  ...(exchanged ? { exchanged } : {}),
})

/** `{ instruction, query, response, prompt, gen?: [judge's reply, …] }` (query_rft_score.jsonl); of a conversation with its `exchanges`. */
export const accepted = rowDoor('accepted-response', row => acceptedOf(row), { several: true })

// The scale of the judge's prompt (upstream step 7).
const scale = { min: 0, max: 10 }

/** The same with its `score`, or with judge's replies that hold one (query_score_filter.jsonl); score in 0..10. */
export const scored = rowDoor(
  'scored-response',
  (row, { tolerant = true }): Scored => {
    const { judgements = [], ...rest } = acceptedOf(row)
    const score = typeof row.score === 'number' ? row.score : meanScore(judgements, { tolerant, ...scale })
    if (score === undefined) throw wrong('has neither a score nor a judge’s reply that holds one')
    return { ...rest, judgements, score, judge: textOr(row, 'judge', 'unknown') }
  },
  { several: true },
)
