import { join } from 'node:path'
import t from 'tap'
import { readCommandLine } from '../../../lib/config/commands/command-line.ts'
import { openPool } from '../../../lib/config/open/open-pool.ts'
import { openResources } from '../../../lib/config/open/open-resources.ts'
import { readConfig } from '../../../lib/config/read-config.ts'
import { refuseUnmade } from '../../../lib/config/refuse-unmade.ts'
import type { Typed } from '../../../lib/config/typed.ts'

const opened = async (...argv: readonly string[]) => {
  const config = readConfig(readCommandLine(['self-instruct', ...argv]) as Typed, {})
  const resources = openResources(config.settings, {})
  try {
    return await openPool(config, resources)
  } finally {
    await resources.close()
  }
}

t.test('the pool begins with our own tasks or those of a file, drawn by the seed of the run', async t => {
  const { pool, embedder, sandbox, nli } = await opened('--model', 'rehearsal')
  t.ok((pool?.seeds.length ?? 0) >= 36)
  t.equal(embedder, undefined)
  await t.rejects(sandbox.grade([], []), { code: 'AUTOIF_SANDBOX' })
  await t.rejects(nli.judge('', ''), { code: 'AUTOIF_NLI' })
  const other = await opened('--model', 'rehearsal', '--seed', '1', '--embedding-model', 'rehearsal')
  t.notSame(other.pool?.next(new Map()), pool?.next(new Map()))
  t.equal((await other.embedder?.embed('Sort it.'))?.length, 256)
  const dir = t.testdir({ 'mine.jsonl': '{"instruction": "Greet.", "output": "Hi."}\n' })
  const mine = await opened('--model', 'rehearsal', '--seeds', join(dir, 'mine.jsonl'))
  t.same(mine.pool?.seeds, [{ instruction: 'Greet.', input: '', output: 'Hi.' }])
})

t.test('what it does not read it refuses, and nobody answers without a model', async t => {
  const refused =
    (...argv: readonly string[]) =>
    () =>
      refuseUnmade(readConfig(readCommandLine(['self-instruct', ...argv]) as Typed, {}))
  for (const flag of [['--queries', 'q.jsonl'], ['--instructions', 'i.jsonl'], ['--dry-run'], ['--pilot', '5']])
    t.throws(refused(...flag), {
      code: 'AUTOIF_USAGE',
      message: `${flag[0]} is for recipes that read queries, and self-instruct reads seed tasks`,
    })
  t.throws(refused('--dpo', 'dpo.jsonl'), { code: 'AUTOIF_USAGE', message: /does not make/ })
  t.doesNotThrow(refused('--seeds', 's.jsonl'))
  await t.rejects(opened(), { code: 'AUTOIF_USAGE', message: /no model/ })
})
