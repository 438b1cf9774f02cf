import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { parse } from '../../lib/models/rehearsal/families/index.ts'
import { autoif, rowsOf } from '../fixtures/command.ts'

const queries = readFileSync('fixtures/queries.jsonl', 'utf8').split('\n').slice(0, 30).join('\n')

// Verifiers in Python take longer to start than these runs take.
const javascript = ['--verifier-language', 'javascript']

const runIn = async (dir: string, lanes: number, args: readonly string[] = []): Promise<string[]> => {
  const common = ['dispatcher', '--model', 'rehearsal', '--quiet', '--queries-per-instruction', '4', '-j', `${lanes}`]
  const { code, stderr } = await autoif([...common, '--run', dir, ...args], queries)
  t.equal(code, 0, stderr)
  return ['sft.jsonl', 'rejects.jsonl'].map(file => readFileSync(join(dir, file), 'utf8'))
}

t.test(
  'the recipe runs from seeds and queries to rows by its own numbers, the same bytes at any concurrency',
  async t => {
    const dir = t.testdir()
    const one = await runIn(join(dir, 'one'), 1, javascript)
    t.same(await runIn(join(dir, 'many'), 16, javascript), one)
    const rows = rowsOf(one[0] ?? '')
    t.ok(rows.length > 5, `${rows.length} rows`)
    for (const { _autoif } of rows) t.ok(Number(Object(_autoif).score) >= 4 && Number(Object(_autoif).score) <= 5)
    const { preset, stages } = JSON.parse(readFileSync(join(dir, 'one', 'summary.json'), 'utf8'))
    t.equal(preset, 'dispatcher')
    t.notOk(JSON.stringify(stages).includes('entail'))
    // One response makes no pair, so nobody looks for any.
    t.notOk(JSON.stringify(stages).includes('to-dpo'))
    const made = [...readdirSync(join(dir, 'one')), ...readdirSync(join(dir, 'one', 'train'))]
    t.notOk(
      made.some(name => name.includes('dpo')),
      made.join(' '),
    )
  },
)

t.test('placeholders are filled for each query, and the verifiers are handed their values', async t => {
  const dir = t.testdir()
  const seeds = ['--seeds', 'fixtures/typed-seeds.jsonl', '--also', 'rlvr']
  const one = await runIn(join(dir, 'one'), 1, seeds)
  t.same(await runIn(join(dir, 'many'), 16, seeds), one)
  const filled = rowsOf(one[0] ?? '').filter(({ instruction }) =>
    /(at least|precisely) \d+ words/.test(`${instruction}`),
  )
  t.ok(filled.length > 0)
  for (const { instruction, output } of filled) {
    const [, kind, count] = /(at least|precisely) (\d+) words/.exec(`${instruction}`) ?? []
    const words = `${output}`.split(/\s+/).length
    t.ok(kind === 'precisely' ? words === Number(count) : words >= Number(count), `${instruction}: ${words}`)
  }
  t.notMatch(one[0], /\{N\}|\{keyword\}/)
  const codes = rowsOf(readFileSync(join(dir, 'one', 'rlvr.jsonl'), 'utf8')).map(row => JSON.stringify(row.verifiers))
  t.ok(
    codes.some(code => code.includes('_evaluate(response, **{')),
    'rewards have the values in them',
  )
})

t.test('each step of it runs alone, in the names of dispatcher', async t => {
  const step = async (args: readonly string[], input: string): Promise<string> => {
    const { code, stdout, stderr } = await autoif(['stage', ...args, '--quiet', '--preset', 'dispatcher'], input)
    t.equal(code, 0, stderr)
    t.ok(stdout.length > 0, args[0] ?? '')
    return stdout
  }
  const dir = t.testdir({ 'queries.jsonl': queries })
  const model = ['--model', 'rehearsal']
  const names = ['--names', 'dispatcher']
  const template = readFileSync('fixtures/typed-seeds.jsonl', 'utf8').split('\n')[0] ?? ''
  const replies = await step(['generate-verifiers', ...model, ...names], template)
  t.match(rowsOf(replies), [{ original: { placeholders: { N: { type: 'numeric' } } } }])
  const verified = await step(['cross-validate', ...names], replies)
  t.match(rowsOf(verified), [{ cases: [{ input: { response: String, N: Number } }] }])
  const paired = await step(['pair', '--no-cycle', '--queries', join(dir, 'queries.jsonl'), ...names], verified)
  const filled = await step(['fill', ...model, ...names], paired)
  t.match(rowsOf(filled)[0], { instruction: /at least \d+ words/, template: /\{N\}/, kwargs: { N: Number } })
  const graded = await step(['verify', ...names], await step(['sample', ...model, ...names], filled))
  t.ok(rowsOf(graded).some(({ response }) => JSON.stringify(response).endsWith(',1]]')))
  await step(['to-sft'], await step(['score', ...model], await step(['accept'], graded)))
  const unfilled = await autoif(['stage', 'sample', ...model], paired)
  t.match(
    unfilled.stderr,
    /nothing in stdin is a task; .* has an instruction with placeholders, which stage fill has not/,
  )
})

t.test('a step that is done again goes on from the answers it had', async t => {
  const dir = t.testdir()
  const seeds = readFileSync('fixtures/seeds.txt', 'utf8').split('\n').slice(0, 6).join('\n')
  const step = async (...args: string[]) =>
    autoif(['stage', 'generate-verifiers', '--preset', 'dispatcher', '--model', 'rehearsal', '--quiet', ...args], seeds)
  const journal = ['--journal', join(dir, 'j.sqlite')]
  t.equal((await step(...journal, '--max-requests', '2')).code, 4)
  const whole = await step(...journal)
  t.equal(whole.code, 0, whole.stderr)
  t.equal(rowsOf(whole.stdout).length, 6)
  t.equal((await step(...journal, '--offline')).stdout, whole.stdout)
  t.equal((await step()).stdout, whole.stdout, 'as if nobody had stopped it')
})

// A wrong function that gets through lets wrong responses through, which is the teacher's fault and not the recipe's.
const faultless = ['--rehearsal', 'wrongFunctions=0,wrongCases=0']

t.test(
  'conversations are messages in which each turn follows all that was asked so far, the same bytes at any concurrency',
  async t => {
    const dir = t.testdir()
    const talk = async (lanes: number): Promise<string[]> => {
      const run = join(dir, `${lanes}`)
      const common = [
        'conversations',
        '--model',
        'rehearsal',
        '--quiet',
        '--queries-per-instruction',
        '4',
        '-j',
        `${lanes}`,
      ]
      const { code, stderr } = await autoif(
        [...common, ...javascript, ...faultless, '--seeds', 'fixtures/typed-seeds.jsonl', '--run', run],
        queries,
      )
      t.equal(code, 0, stderr)
      return ['sft.jsonl', 'rejects.jsonl'].map(file => readFileSync(join(run, file), 'utf8'))
    }
    const one = await talk(1)
    t.same(await talk(16), one)
    const rows = rowsOf(one[0] ?? '') as { messages: { role: string; content: string }[]; _autoif: { turns: number } }[]
    t.ok(
      rows.some(({ _autoif }) => _autoif.turns === 3),
      'some hold to their end',
    )
    t.ok(
      rows.some(({ _autoif }) => _autoif.turns < 3),
      'some end before',
    )
    for (const { messages, _autoif } of rows) {
      t.equal(messages.length, 2 * _autoif.turns)
      for (let at = 2; at < messages.length; at += 2) {
        const asked = parse(messages[at]?.content ?? '')
        const later = messages.slice(at + 1).filter(({ role }) => role === 'assistant')
        if (asked)
          t.ok(
            later.every(({ content }) => asked.holds(content)),
            messages[at]?.content ?? '',
          )
      }
    }
  },
)
