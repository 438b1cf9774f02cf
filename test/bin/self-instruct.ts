import { spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { teacherServer } from '../../lib/models/rehearsal/server.ts'
import { autoif, built, rowsOf, start } from '../fixtures/command.ts'

const files = ['sft.jsonl', 'rejects.jsonl']
const own = ['self-instruct', '--model', 'rehearsal', '--pool-size', '60', '--quiet']
const full = [
  ...own.with(4, '30'),
  '--consistency',
  '0.2',
  '--consistency-trials',
  '2',
  '--embedding-model',
  'rehearsal',
  '--meaning-below',
  '0.8',
  '--output-first',
]

const runIn = async (dir: string, args: readonly string[]): Promise<string[]> => {
  const { code, stderr } = await autoif([...args, '--run', dir])
  t.equal(code, 0, stderr)
  return files.map(file => readFileSync(join(dir, file), 'utf8'))
}

t.test(
  'a pool grows to the same bytes at any concurrency, in this process or over a server that fails now and then',
  async t => {
    const dir = t.testdir()
    const server = await teacherServer({
      jitterMs: 20,
      faults: { rate429: 0.05, retryAfterS: 0, rate500: 0.02, rateCut: 0.02, rateHalf: 0.02 },
    })
    t.teardown(() => server.close())
    const one = await runIn(join(dir, 'one'), [...full, '-j', '1'])
    t.ok(one.every(text => text.length > 1000))
    t.same(await runIn(join(dir, 'many'), [...full, '-j', '16']), one)
    t.same(await runIn(join(dir, 'served'), [...full, '-j', '16', '--tries', '12', '--base-url', server.url]), one)
    const [row] = rowsOf(one[0] ?? '')
    t.match(row, {
      instruction: String,
      output: String,
      _autoif: { model: 'rehearsal', most_similar: Object, consistency: Number },
    })
  },
)

t.test('nothing is waited for on stdin, and without a directory rows are what comes out', async t => {
  const { ended } = start(own, null)
  const { code, stdout } = await ended
  t.equal(code, 0)
  t.equal(rowsOf(stdout).length, 60)
})

t.test('tasks on stdin are not passed over in silence', async t => {
  const fd = openSync('fixtures/seed-tasks.jsonl', 'r')
  t.teardown(() => closeSync(fd))
  const { status, stderr } = spawnSync(process.execPath, [built, ...own], { stdio: [fd, 'pipe', 'pipe'] })
  t.equal(status, 2)
  t.match(`${stderr}`, /^autoif-stream: self-instruct reads nothing from stdin, and a file is sent to it\n.*--seeds/)
  const named = [built, ...own, '--seeds', 'fixtures/seed-tasks.jsonl']
  t.equal(spawnSync(process.execPath, named, { stdio: [fd, 'pipe', 'pipe'] }).status, 0, 'a loop over a file of names')
})

t.test('a run that was stopped at a limit goes on from its answers to the same end', async t => {
  const dir = t.testdir()
  const [whole] = await runIn(join(dir, 'whole'), own)
  const part = await autoif([...own, '--run', join(dir, 'part'), '--max-requests', '6'])
  t.equal(part.code, 4, part.stderr)
  const begun = readFileSync(join(dir, 'part', 'sft.jsonl.part'), 'utf8')
  t.ok(begun.length > 0 && whole?.startsWith(begun))
  t.same((await runIn(join(dir, 'part'), own))[0], whole)
})

t.test('a pool that cannot grow ends with the reasons counted, and its rows are there', async t => {
  const dir = t.testdir()
  const args = ['--rehearsal', 'unusableTasks=1', '--barren-rounds', '2', '--run', join(dir, 'run')]
  const { code, stderr } = await autoif([...own, ...args])
  t.equal(code, 1)
  t.match(
    stderr,
    /stopped growing at \d+ of 60 tasks: 2 rounds of 4 requests brought nothing new \(.*(format|too-short) \d+/,
  )
  t.match(stderr, /--seeds/)
})

t.test('what is no seed task is shown what one looks like', async t => {
  const { code, stderr } = await autoif([...own, '--seeds', 'fixtures/queries.jsonl'])
  t.equal(code, 1)
  t.match(
    stderr,
    /line 1 of fixtures\/queries\.jsonl \(byte 0\) is no seed task: has no instruction\n {2}\{"id":"talk.*\n.*"instances": \[\{/,
  )
  const queries = await autoif([...own, '--queries', 'fixtures/queries.jsonl'])
  t.equal(queries.code, 2)
  t.match(queries.stderr, /self-instruct reads seed tasks/)
})

t.test('every step runs alone and takes what the one before has written', async t => {
  const seeds = readFileSync('fixtures/seed-tasks.jsonl', 'utf8').split('\n').slice(0, 12).join('\n')
  const model = ['--model', 'rehearsal']
  const filter = async (name: string, input: string, ...args: readonly string[]) => {
    const { code, stdout, stderr } = await autoif(['stage', name, '--quiet', ...args], input)
    t.equal(code, 0, stderr)
    t.ok(rowsOf(stdout).length > 0, name)
    return stdout
  }
  const made = await filter('bootstrap', seeds, ...model)
  const formed = await filter('well-formed', made)
  const admitted = await filter('admit', formed)
  t.match(rowsOf(admitted)[0], { most_similar: Object, avg_similarity_score: Number })
  const apart = await filter('unique', admitted, '--embedding-model', 'rehearsal', '--meaning-below', '0.9')
  const sound = await filter('consistent', apart, '--consistency', '0.05', ...model)
  t.match(rowsOf(sound)[0], { back_instructions: Array })
  const sorted = await filter('instantiate', await filter('classify', sound, ...model), ...model)
  t.match(rowsOf(await filter('to-sft', sorted))[0], { instruction: String, output: String })
})
