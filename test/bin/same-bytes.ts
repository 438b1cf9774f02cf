import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { teacherServer } from '../../lib/models/rehearsal/server.ts'
import { autoif } from '../fixtures/command.ts'

const queries = readFileSync('fixtures/queries.jsonl', 'utf8').split('\n').slice(0, 40).join('\n')
const files = ['sft.jsonl', 'dpo.jsonl', 'rejects.jsonl']

const runIn = async (dir: string, args: readonly string[]): Promise<string[]> => {
  const { code, stderr } = await autoif(
    ['--run', dir, '--queries-per-instruction', '4', '--model', 'rehearsal', '--quiet', ...args],
    queries,
  )
  t.equal(code, 0, stderr)
  return files.map(file => readFileSync(join(dir, file), 'utf8'))
}

t.test(
  'same input and seed, same bytes: at any concurrency, in this process or over a server that fails now and then',
  async t => {
    const dir = t.testdir()
    const server = await teacherServer({
      port: 0,
      jitterMs: 20,
      faults: { rate429: 0.1, retryAfterS: 0, rate500: 0.05, rateCut: 0.05, rateHalf: 0.05 },
    })
    t.teardown(() => server.close())
    const one = await runIn(join(dir, 'one'), ['-j', '1'])
    t.ok(
      one.every(text => text.length > 1000),
      'there are rows, pairs and rejects',
    )
    t.same(await runIn(join(dir, 'many'), ['-j', '32']), one)
    t.same(await runIn(join(dir, 'served'), ['-j', '16', '--tries', '12', '--base-url', server.url]), one)
    t.ok(server.counts.requests > 40)
    const other = await runIn(join(dir, 'other'), ['--seed', 'another'])
    t.not(other[0], one[0], 'another seed gives other rows')
  },
)
