import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { stageNames } from '../../lib/recipes/stages.ts'
import { autoif, rowsOf } from '../fixtures/command.ts'
import { skip, upstreamRows, upstreamText } from '../fixtures/upstream.ts'

type Row = Record<string, unknown>

const llama3 = 'data/llama3_autoif/'
const qwen = 'data/qwen_autoif/'
const dispatcher = 'expected/dispatcher/'
const queries = ['--queries', 'fixtures/queries.jsonl', '--no-cycle']

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''
const all = (value: unknown, test: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(test)
const couple =
  (second: string) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && typeof value[1] === second

// What upstream's next script takes out of each row.
const reads = {
  'QwenLM 4': row =>
    isText(row.instruction) && all(row.eval_func, couple('number')) && all(row.cases, couple('boolean')),
  'QwenLM 6': row => isText(row.instruction) && all(row.nli_scores, isText) && all(row.eval_func, couple('number')),
  'QwenLM 7, once answered': row =>
    /\[Query\] \S/.test(`${row.prompt}`) && isText(row.instruction) && all(row.eval_func, couple('number')),
  'QwenLM 9': row => isText(row.query) && isText(row.instruction) && isText(row.response) && all(row.gen, isText),
  'QwenLM DPO 2': row => isText(row.query) && all(row.response, couple('number')),
  'llama3 4': row => isText(row.query) && isText(row.instruction) && all(row.verifiers, isText),
  'llama3 6': row =>
    isText(row.query) &&
    isText(row.instruction) &&
    all(Object.values(row.scores as Row), rate => Number.isFinite(rate)),
  'dispatcher concat': row =>
    isText(row.instruction) &&
    all(row.eval_func, isText) &&
    all(row.cases, one => isText((one as Row).input) && typeof (one as Row).output === 'boolean'),
  'dispatcher inference': row => isText(row.prompt) && isText(row.query) && all(row.eval_func, isText),
  trainer: row => isText(row.instruction) && (isText(row.output) || (isText(row.chosen) && isText(row.rejected))),
} satisfies Record<string, (row: Row) => boolean>

const commands: readonly (readonly [args: string, file: string, out: number, next: keyof typeof reads])[] = [
  ['stage cross-validate --preset reference-code', `${qwen}eval_func_rft.jsonl`, 4, 'QwenLM 4'],
  ['stage entail', `${qwen}back_trans.jsonl`, 3, 'QwenLM 6'],
  [`stage pair ${queries.join(' ')}`, `${qwen}back_trans.jsonl`, 80, 'QwenLM 7, once answered'],
  ['verify', `${qwen}query_rft.jsonl`, 20, 'QwenLM DPO 2'],
  ['stage score --preset reference-code', `${qwen}query_rft_score.jsonl`, 16, 'QwenLM 9'],
  ['stage to-sft --preset reference-code', `${qwen}query_score_filter.jsonl`, 16, 'trainer'],
  ['verify --errors-fail', `${qwen}dpo_query_w_funcs.jsonl`, 21, 'QwenLM DPO 2'],
  ['stage to-dpo', `${qwen}dpo_query_eval_score_results.jsonl`, 6, 'trainer'],
  ['stage cross-validate --names dispatcher', `${dispatcher}in_qwen.jsonl`, 4, 'dispatcher concat'],
  [
    `stage pair --names dispatcher ${queries.join(' ')}`,
    `${dispatcher}seed_filt_qwen.jsonl`,
    64,
    'dispatcher inference',
  ],
]

// A busy machine is no reason to give a verifier up; stages that run none pass it over in a file.
const dir = t.testdir({ 'patient.yaml': 'verifier-timeout: 20000\n' })
const patient = ['--config', join(dir, 'patient.yaml'), '--quiet']

const command = async (t: Test, args: string, input: string): Promise<readonly Row[]> => {
  const { code, stdout, stderr } = await autoif([...args.split(' '), ...patient], input)
  t.equal(code, 0, stderr)
  return rowsOf(stdout)
}

for (const [args, file, out, next] of commands) {
  t.test(`${args} < ${file}: ${out} rows, as ${next} reads them`, { skip }, async t => {
    const rows = await command(t, args, upstreamText(file))
    t.equal(rows.length, out)
    t.strictSame(
      rows.filter(row => !reads[next](row)),
      [],
    )
  })
}

t.test('llama3_autoif’s verifiers, as its step 4 reads what is kept of them', { skip }, async t => {
  const input = upstreamText(`${llama3}verifiers.jsonl`).split('\n').slice(0, 100).join('\n')
  const theirs = upstreamRows('expected/llama3_autoif/filter.matrix.jsonl').slice(0, 100)
  const kept = await command(t, 'stage cross-validate --preset llama3 --names llama3', input)
  t.strictSame(
    kept.map(({ instruction }) => instruction),
    theirs.filter(({ status }) => status === 'kept').map(({ instruction }) => instruction),
  )
  t.ok(kept.every(reads['llama3 4']))
})

t.test('llama3_autoif’s completions, as its step 6 reads them, all the way to pairs', { skip }, async t => {
  const theirs = upstreamRows('expected/llama3_autoif/completions.matrix.jsonl').slice(0, 136)
  const input = upstreamText(`${llama3}completions-0.jsonl`)
  const sorted = await command(t, 'verify --preset llama3 --errors-fail --names llama3', input)
  t.strictSame(
    sorted.map(({ chosen, rejected }) => [chosen, rejected].map(side => (side as unknown[]).length)),
    theirs.map(({ chosen_idx, rejected_idx }) => [chosen_idx.length, rejected_idx.length]),
  )
  t.ok(sorted.every(reads['llama3 6']))
  const pairs = sorted.map(({ scores }) => {
    const rates = Object.values(scores as Record<string, number>)
    const sides = [rates.filter(rate => rate >= 0.5).length, rates.filter(rate => rate === 0).length]
    return sides.includes(0) ? 0 : Math.max(...sides)
  })
  const rows = await command(t, 'stage to-dpo --preset llama3', sorted.map(row => JSON.stringify(row)).join('\n'))
  t.equal(
    rows.length,
    pairs.reduce((total, one) => total + one, 0),
  )
  t.ok(rows.length > 100)
})

t.test('every stage that the README names for upstream’s scripts is there', async t => {
  const section = /## Coming from another AutoIF\n(.*?)\n## /s.exec(readFileSync('README.md', 'utf8'))?.[1] ?? ''
  const named = new Set([...section.matchAll(/`stage ([a-z-]+)/g)].map(([, name]) => name as string))
  t.ok(named.size > 10)
  t.strictSame([...named.difference(new Set([...stageNames(), 'pair']))], [])
})
