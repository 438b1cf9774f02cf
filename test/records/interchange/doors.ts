import { readdirSync } from 'node:fs'
import t from 'tap'
import { isProblem } from '../../../lib/records/door.ts'
import { doors } from '../../../lib/records/interchange/doors.ts'
import { skip, upstreamRows } from '../../fixtures/upstream.ts'

const stages = new URL('../../../lib/stages/', import.meta.url)

t.test('every stage has a door under its own name', async t => {
  const names = readdirSync(stages, { recursive: true, encoding: 'utf8' }).flatMap(
    path => /([^/\\]+)\.ts$/.exec(path)?.[1] ?? [],
  )
  t.strictSame(Object.keys(doors).sort(), names.sort())
})

// Verdicts that are strings are read as what they say, so they are written as booleans.
const sound = (row: Record<string, unknown>): Record<string, unknown> =>
  Array.isArray(row.cases)
    ? { ...row, cases: row.cases.map(([input, said]) => [input, typeof said === 'string' ? said === 'True' : said]) }
    : row

const only = (names: readonly string[], row: object): object =>
  Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)))

const files: readonly (readonly [keyof typeof doors, string, number])[] = [
  ['cross-validate', 'eval_func_rft.jsonl', 5],
  ['back-translate', 'back_trans.jsonl', 5],
  ['entail', 'back_trans.jsonl', 5],
  ['pair', 'back_trans.jsonl', 5],
  ['sample', 'query_rft.jsonl', 20],
  ['verify', 'query_rft.jsonl', 20],
  ['verify', 'dpo_query_w_funcs.jsonl', 21],
  ['to-dpo', 'dpo_query_eval_score_results.jsonl', 20],
  ['accept', 'dpo_query_eval_score_results.jsonl', 20],
  ['score', 'query_rft_score.jsonl', 20],
  ['to-sft', 'query_score_filter.jsonl', 16],
]

t.test('every row of upstream’s files is read, and written as it was', { skip }, async t => {
  for (const [stage, file, count] of files) {
    const rows = upstreamRows(`data/qwen_autoif/${file}`)
    t.equal(rows.length, count, `${file} has its rows`)
    for (const [at, row] of rows.entries()) {
      const { read, write } = doors[stage]
      const record = read(row)
      if (isProblem(record)) t.fail(`${file} row ${at}: ${record.problem}`)
      else t.strictSame(only(Object.keys(row), write(record)), sound(row), `${stage} ${file} row ${at}`)
    }
  }
})

t.test('the query upstream put into a prompt is found again', { skip }, async t => {
  const record = doors.sample.read(upstreamRows('data/qwen_autoif/query_rft.jsonl')[0])
  t.match(record, { query: /^What are the advantages of delivering software as web applications.*\?$/ })
})
