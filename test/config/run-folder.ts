import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { readCommandLine } from '../../lib/config/command-line.ts'
import { ownSeeds } from '../../lib/config/open-house.ts'
import { readConfig } from '../../lib/config/read-config.ts'
import { openRunFolder } from '../../lib/config/run-folder.ts'
import type { Typed } from '../../lib/config/typed.ts'

const open = (run: string, ...argv: string[]) =>
  openRunFolder(readConfig(readCommandLine(['--model', 'teacher', '--run', run, ...argv]) as Typed, {}), ownSeeds())

t.test('a new directory is made, and the same command finds it as it was', async t => {
  const run = join(t.testdir(), 'deep', 'run1')
  const first = await open(run)
  t.match(first, { resumed: false, differences: [] })
  first.release()
  const again = await open(run)
  t.match(again, { resumed: true, differences: [] })
  again.release()
})

t.test('other settings are named, and stand in the manifest from then on', async t => {
  const run = t.testdir()
  const first = await open(run)
  first.release()
  const second = await open(run, '--min-score', '9')
  t.same(second.differences, ['--min-score was 8 and is 9'])
  second.release()
  t.equal(JSON.parse(readFileSync(join(run, 'manifest.json'), 'utf8')).numbers['min-score'], 9)
  t.notOk(existsSync(join(run, 'manifest.json.part')))
})

t.test('two processes do not write into one directory', async t => {
  const run = t.testdir()
  const first = await open(run)
  await t.rejects(open(run), { code: 'AUTOIF_USAGE', message: /another process is at work/ })
  first.release()
  const second = await open(run)
  second.release()
})

t.test('a directory that is not a run’s is left alone', async t => {
  const run = t.testdir({ 'sft.jsonl': '{}\n' })
  await t.rejects(open(run), { code: 'AUTOIF_USAGE', message: /holds sft\.jsonl, but no manifest\.json/ })
  t.equal(readFileSync(join(run, 'sft.jsonl'), 'utf8'), '{}\n')
  writeFileSync(join(run, 'manifest.json'), '{"_v": 99}')
  await t.rejects(open(run), { code: 'AUTOIF_USAGE', message: /not the manifest of a run/ })
  writeFileSync(join(run, 'manifest.json'), 'no')
  await t.rejects(open(run), { code: 'AUTOIF_USAGE' }, 'and nobody is locked out by that')
})

t.test('a directory that cannot be written is named', async t => {
  const file = join(t.testdir({ file: '' }), 'file')
  await t.rejects(open(join(file, 'run')), { code: 'AUTOIF_SINK', message: /cannot write into/ })
  const skip = process.getuid?.() === 0 ? 'root may write anywhere' : false
  t.test('a read-only one', { skip }, async t => {
    const run = t.testdir()
    chmodSync(run, 0o500)
    await t.rejects(open(run), { code: 'AUTOIF_SINK' })
  })
})
