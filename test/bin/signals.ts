import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { teacherServer } from '../../lib/models/rehearsal/server.ts'
import { rowsOf, start } from '../fixtures/command.ts'

const queries = readFileSync('fixtures/queries.jsonl', 'utf8').split('\n').slice(0, 40).join('\n')
const completions = Array.from(
  { length: 40 },
  (_, at) => `{"response":"There is much to say about ${at} ropes."}\n`,
).join('')
const common = ['--model', 'rehearsal', '-j', '2', '--no-progress']

const until = async (come: () => boolean): Promise<void> => {
  while (!come()) await new Promise(resolve => setTimeout(resolve, 10))
}

const recipes = {
  autoif: [['--queries-per-instruction', '2', '--verifier-language', 'javascript'], queries],
  llama3: [['--verifier-language', 'javascript'], queries],
  backtranslation: [[], completions],
  'self-instruct': [['--pool-size', '200'], ''],
  'stage propose': [['--preset', 'llama3'], queries],
} as const

t.test('a second signal ends at once', async t => {
  const server = await teacherServer({ latencyMs: 150 })
  t.teardown(() => server.close())
  const { child, ended, said } = start(['--base-url', server.url, ...common, ...recipes.autoif[0]], queries)
  await until(() => server.counts.requests > 4)
  child.kill('SIGTERM')
  await until(() => said().includes('taking in nothing more'))
  child.kill('SIGTERM')
  t.equal((await ended).code, 143)
})

for (const [recipe, [args, input]] of Object.entries(recipes))
  t.test(
    `after a first signal ${recipe} finishes what it has begun, and what is written is a beginning of the whole`,
    async t => {
      const [fast, slow] = await Promise.all([teacherServer(), teacherServer({ latencyMs: 100, capacity: 2 })])
      t.teardown(() => Promise.all([fast.close(), slow.close()]))
      const dir = t.testdir()
      const cook = (url: string, name: string) =>
        start([...recipe.split(' '), '--base-url', url, ...common, ...args, '--rejects', join(dir, name)], input)
      const whole = await cook(fast.url, 'whole').ended
      t.equal(whole.code, 0, whole.stderr)
      const { child, ended } = cook(slow.url, 'cut')
      await Promise.race([once(child.stdout, 'data'), ended])
      child.kill('SIGINT')
      const cut = await ended
      t.equal(cut.code, 130)
      t.match(cut.stderr, /taking in nothing more[\s\S]*the same command again/)
      const rows = rowsOf(cut.stdout)
      t.ok(rows.length > 0 && rows.length < rowsOf(whole.stdout).length)
      t.ok(whole.stdout.startsWith(cut.stdout))
      t.ok(slow.counts.requests < fast.counts.requests / 2, 'what was only read is not asked about')
    },
  )
