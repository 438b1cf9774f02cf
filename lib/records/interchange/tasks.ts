import type { Graded, Sampled, Task, Verified } from '../records.ts'
import type { Row } from '../row-fields.ts'
import { dialectDoor } from './dialects.ts'
import { list, text, textOr, texts, without, wrong } from './fields.ts'
import { argsOf, casesOf, someVerifiersOf, verifiersOf } from './verifiers.ts'

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

// Without a prompt, query and instruction one below the other (llama3_autoif step 6).
const promptOf = (row: Row): string =>
  textOr(row, 'prompt', [textOr(row, 'query', ''), textOr(row, 'instruction', '')].filter(Boolean).join('\n'))

const taskOf = (row: Row, ...read: readonly string[]): Task => {
  const instruction = textOr(row, 'instruction', '')
  const prompt = promptOf(row)
  return {
    ...without(row, 'eval_func', 'cases', 'kwargs', ...read),
    instruction,
    // Where the instruction is known only as a part of the prompt, the query alone would lose it.
    query: textOr(row, 'query', instruction === '' ? prompt : queryIn(prompt, instruction)),
    prompt,
    verifiers: verifiersOf(row),
    cases: casesOf(row),
    ...argsOf(row),
  }
}

/**
 * `{ prompt, instruction, eval_func, cases }` (upstream step 6); the query is recovered from the prompt when `query` is absent,
 * and the prompt made of `query` and `instruction` when both are there and it is not (llama3_autoif step 3). `kwargs` are what
 * placeholders were filled with (dispatcher, 2026).
 */
const readTask = (row: Row): Task => {
  if (row.query === undefined || row.instruction === undefined) text(row, 'prompt')
  return taskOf(row)
}

export const task = dialectDoor('task', readTask)

/** The same, whose instruction may have `placeholders` still to be filled. */
export const openTask = dialectDoor('task', readTask, { open: true })

/** A query with the verified instruction that was made for it: `{ query, instruction, eval_func, cases }` (llama3_autoif step 3). */
export const posed = dialectDoor('posed-query', (row): Task => {
  text(row, 'query')
  text(row, 'instruction')
  someVerifiersOf(row)
  return taskOf(row)
})

/**
 * The same with `"gpt-answer": [response, …]` (query_rft.jsonl, dpo_query_w_funcs.jsonl), or with one `response`.
 * Only the responses and `eval_func` must be there.
 */
export const sampled = dialectDoor('sampled-task', (row): Sampled => {
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
  const heard = list(row, 'response').map((pair, at): Graded => {
    const [text, passRate] = Array.isArray(pair) ? pair : []
    if (typeof text !== 'string' || !(typeof passRate === 'number' || passRate === null))
      throw wrong(`response[${at}] is not a text with its pass rate`)
    return { text, passRate, outcomes: `${outcomes[at] ?? ''}` }
  })
  const unheard = list(row, 'unverified').map((pair, at): Graded => {
    const [text, letters = ''] = Array.isArray(pair) ? pair : []
    if (typeof text !== 'string') throw wrong(`unverified[${at}] is not a text with its outcomes`)
    return { text, passRate: null, outcomes: `${letters}` }
  })
  return [...heard, ...unheard]
}

/** `{ query, response: [[text, pass rate], …], … }` (dpo_query_eval_score_results.jsonl and what verify writes). */
export const verified = dialectDoor('verified-task', (row): Verified => {
  const graded = gradedOf(row)
  if (graded.length === 0) throw wrong(row.response === undefined ? 'has no response' : 'response is empty')
  if (row.prompt === undefined) text(row, 'query')
  return { ...taskOf(row, 'response', 'outcomes', 'unverified'), graded, model: textOr(row, 'model', 'unknown') }
})
