import { caseLines } from '../../text/case-lines.ts'
import type { Row } from '../row-fields.ts'
import { texts, wrong } from './fields.ts'

const gradedFrom = (row: Row): readonly unknown[] => {
  const rates = new Map(Object.entries(Object(row.scores)))
  const listed = ['chosen', 'rejected'].flatMap(name => (row[name] === undefined ? [] : texts(row, name)))
  if (listed.some(text => !rates.has(text))) throw wrong('has a completion without a score')
  return [...listed, ...new Set(rates.keys()).difference(new Set(listed))].map(text => [text, rates.get(text)])
}

/**
 * A row of llama3_autoif in QwenLM/AutoIF's names; any other row as it is. `verifiers` with `testcases` (its step 2: texts with
 * one `{ response, result }` a line; lines that are not that are passed over, as its step 3 does) become `functions` and
 * `cases`; `verifiers`, `test_cases`, `completions` and `scores` (steps 3 to 5) become `eval_func`, `cases`, `gpt-answer` and
 * `response`. Throws AUTOIF_RECORD when a chosen or rejected completion has no score.
 */
export const fromLlama3 = (row: Row): Row => {
  if (!Array.isArray(row.verifiers) || row.eval_func !== undefined) return row
  if (row.testcases !== undefined) {
    const { verifiers, testcases: _testcases, ...rest } = row
    const cases = texts(row, 'testcases').flatMap(text => caseLines(text, { tolerant: false }))
    return { ...rest, functions: verifiers, cases }
  }
  const { verifiers, test_cases: cases, completions, chosen: _chosen, rejected: _rejected, scores, ...rest } = row
  return {
    ...rest,
    eval_func: verifiers,
    ...(cases !== undefined && { cases }),
    ...(completions !== undefined && { 'gpt-answer': completions }),
    ...(scores !== undefined && { response: gradedFrom(row) }),
  }
}
