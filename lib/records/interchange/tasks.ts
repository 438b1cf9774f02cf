import type { Graded, Sampled, Task, Verified } from '../records.ts'
import { list, type Row, rowDoor, text, textOr, texts, without, wrong } from './fields.ts'
import { casesOf, someVerifiersOf, verifiersOf } from './verifiers.ts'

const marker = '[Query]'

/**
 * The query inside a prompt: what follows the `[Query]` that was put behind the instruction, so that a `[Query]` inside
 * the instruction does not mislead (upstream step 7 takes the first one). A prompt without the marker is all query.
 */
export const queryIn = (prompt: string, instruction: string): string => {
  const said = prompt.indexOf(instruction)
  const behind = said < 0 ? 0 : said + instruction.length
  const at = prompt.indexOf(marker, behind)
  return at < 0 ? prompt : prompt.slice(at + marker.length).trim()
}

const taskOf = (row: Row, ...read: readonly string[]): Task => {
  const instruction = textOr(row, 'instruction', '')
  const prompt = textOr(row, 'prompt', textOr(row, 'query', ''))
  return {
    ...without(row, 'eval_func', 'cases', ...read),
    instruction,
    query: textOr(row, 'query', queryIn(prompt, instruction)),
    prompt,
    verifiers: verifiersOf(row),
    cases: casesOf(row),
  }
}

/** `{ prompt, instruction, eval_func, cases }` (upstream step 6); the query is recovered from the prompt when `query` is absent. */
export const task = rowDoor('task', (row): Task => {
  text(row, 'prompt')
  return taskOf(row)
})

/**
 * The same with `"gpt-answer": [response, …]` (query_rft.jsonl, dpo_query_w_funcs.jsonl), or with one `response`.
 * Only the responses and `eval_func` must be there.
 */
export const sampled = rowDoor('sampled-task', (row): Sampled => {
  const name = row['gpt-answer'] === undefined && typeof row.response === 'string' ? 'response' : 'gpt-answer'
  return {
    ...taskOf(row, name),
    verifiers: someVerifiersOf(row),
    responses: texts(row, name),
    model: textOr(row, 'model', 'unknown'),
  }
})

const gradedOf = (row: Row): readonly Graded[] => {
  const outcomes = list(row, 'outcomes')
  return list(row, 'response').map((pair, at) => {
    const [text, passRate] = Array.isArray(pair) ? pair : []
    if (typeof text !== 'string' || !(typeof passRate === 'number' || passRate === null))
      throw wrong(`response[${at}] is not a text with its pass rate`)
    return { text, passRate, outcomes: `${outcomes[at] ?? ''}` }
  })
}

/** `{ query, response: [[text, pass rate], …], … }` (dpo_query_eval_score_results.jsonl and what verify writes). */
export const verified = rowDoor('verified-task', (row): Verified => {
  const graded = gradedOf(row)
  if (graded.length === 0) throw wrong(row.response === undefined ? 'has no response' : 'response is empty')
  if (row.prompt === undefined) text(row, 'query')
  return { ...taskOf(row, 'response', 'outcomes'), graded, model: textOr(row, 'model', 'unknown') }
})
