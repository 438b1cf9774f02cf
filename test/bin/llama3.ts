import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { autoif, rowsOf } from '../fixtures/command.ts'

const queries = readFileSync('fixtures/queries.jsonl', 'utf8').split('\n').slice(0, 30).join('\n')
const llama3 = (args: readonly string[], input = queries) =>
  autoif(['llama3', '--model', 'rehearsal', '--verifier-timeout', '20000', '--quiet', ...args], input)
// Verifiers in Python take longer to start than these runs take.
const javascript = ['--verifier-language', 'javascript']

t.test('queries in, pairs out, the same bytes at any concurrency', async t => {
  const [one, many, other] = await Promise.all([
    llama3(['-j', '1']),
    llama3(['-j', '16']),
    llama3(['--seed', 'another', ...javascript]),
  ])
  t.equal(one.code, 0, one.stderr)
  const rows = rowsOf(one.stdout)
  t.ok(rows.length > 50)
  for (const { instruction, chosen, rejected, _autoif } of rows) {
    t.ok(chosen !== rejected && instruction)
    t.match(_autoif, { model: 'rehearsal', rejected_pass_rate: 0, instruction: String, query: String })
  }
  t.equal(many.stdout, one.stdout)
  t.not(other.stdout, one.stdout)
})

t.test(
  'a run directory holds pairs and the training files for them, with and without NLL, and SFT rows if asked',
  async t => {
    const dir = t.testdir()
    const [plain, asked] = [join(dir, 'plain'), join(dir, 'asked')]
    t.equal((await llama3(['--run', plain, ...javascript])).stdout, '')
    t.equal((await llama3(['--run', asked, '--also', 'messages', ...javascript])).code, 0)
    t.ok(existsSync(join(plain, 'dpo.jsonl')))
    t.notOk(existsSync(join(plain, 'sft.jsonl')))
    const files = readdirSync(join(plain, 'train'))
    t.same(files, ['llama-factory-dpo-nll.yaml', 'llama-factory-dpo.yaml'])
    t.match(readFileSync(join(plain, 'train', 'llama-factory-dpo.yaml'), 'utf8'), /llama3_autoif/)
    const { outputs, preset } = JSON.parse(readFileSync(join(asked, 'summary.json'), 'utf8'))
    t.equal(preset, 'llama3')
    t.match(outputs, [{ name: 'autoif_messages' }, { name: 'autoif_dpo' }])
    t.equal(rowsOf(readFileSync(join(asked, 'messages.jsonl'), 'utf8')).length, outputs[0].rows)
    t.equal(readFileSync(join(asked, 'dpo.jsonl'), 'utf8'), readFileSync(join(plain, 'dpo.jsonl'), 'utf8'))
  },
)

t.test('the stages one by one do what the recipe does, also in llama3_autoif’s names', async t => {
  const stages = 'propose write-functions write-cases cross-validate pose sample verify to-dpo'.split(' ')
  let rows = '{"query":"How do I get candle wax out of a cotton tablecloth?"}\n'
  // One file may serve them all: what a stage does not go by is passed over there.
  const dir = t.testdir({ 'all.yaml': 'model: rehearsal\npreset: llama3\nnames: llama3\nverifier-timeout: 20000\n' })
  for (const stage of stages) {
    const args = ['stage', stage, '--config', join(dir, 'all.yaml'), '--quiet']
    const { code, stdout, stderr } = await autoif(args, rows)
    t.equal(code, 0, stderr)
    t.ok(rowsOf(stdout).length > 0, stage)
    rows = stdout
  }
  t.match(rowsOf(rows)[0], { chosen: String, rejected: String })
})

t.test('what is no pair, no query, or not for this recipe is named', async t => {
  const dir = t.testdir({ 'seeds.txt': 'Answer in capitals.\n' })
  const wrong = await llama3(['--pairs', join(dir, 'seeds.txt'), ...javascript])
  t.equal(wrong.code, 1)
  t.match(wrong.stderr, /should be `Query: …`: Answer in capitals\.\n.*Instruction: …/)
  const pairs = await llama3(javascript, '{"chosen":"a","rejected":"b"}\n{"chosen":"c","rejected":"d"}\n')
  t.equal(pairs.code, 1)
  t.match(
    pairs.stderr,
    /nothing in stdin is a query; line 1 .*: \{"chosen":"a","rejected":"b"\}\n.*lines like \{"query":/,
  )
  const instructions = await llama3(['--instructions', 'verified.jsonl'])
  t.equal(instructions.code, 2)
  t.match(instructions.stderr, /recipe llama3 goes by --instructions\n.*one made for every query/)
})

t.test('it can be planned as well: first an instruction is asked for each query', async t => {
  const args = ['plan', 'llama3', '--model', 'rehearsal', '--run', join(t.testdir(), 'batch'), '--quiet']
  const { code, stdout, stderr } = await autoif(args, queries)
  t.equal(code, 0, stderr)
  const asked = rowsOf(readFileSync(stdout.trim(), 'utf8')).map(row => JSON.stringify(row))
  t.ok(asked.length > 20)
  t.ok(asked.every(one => one.includes('one instruction that the answer to it must obey')))
})
