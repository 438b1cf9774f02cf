import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { readCommandLine } from '../../../lib/config/commands/command-line.ts'
import { ownSeeds } from '../../../lib/config/open/open-house.ts'
import { readConfig } from '../../../lib/config/read-config.ts'
import { openRunFolder } from '../../../lib/config/run-folder/run-folder.ts'
import type { Typed } from '../../../lib/config/typed.ts'

const openBy = (recipe: string, run: string, ...argv: string[]) => {
  const typed = readCommandLine([recipe, '--model', 'teacher', '--run', run, ...argv]) as Typed
  return openRunFolder(readConfig(typed, {}), ownSeeds())
}
const open = (run: string, ...argv: string[]) => openBy('autoif', run, ...argv)

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

t.test('what another recipe made is left to it', async t => {
  const run = t.testdir()
  const first = await openBy('llama3', run)
  first.release()
  const before = readFileSync(join(run, 'manifest.json'), 'utf8')
  await t.rejects(openBy('conversations', run), {
    code: 'AUTOIF_USAGE',
    message: `${run} was made by the recipe llama3, and this is conversations`,
    hint: new RegExp(`another directory with --run; --journal ${join(run, 'journal.sqlite')} shares the answers`),
  })
  t.equal(readFileSync(join(run, 'manifest.json'), 'utf8'), before)
  const again = await openBy('llama3', run)
  again.release()
})

t.test('files that a run no longer makes are named for as long as they are there', async t => {
  const run = t.testdir()
  const stale = async (...argv: string[]) => {
    const folder = await open(run, ...argv)
    folder.release()
    return folder.stale
  }
  t.same(await stale('--also', 'kto', '--also', 'messages'), [])
  for (const name of ['kto.jsonl', 'messages.jsonl.part', 'dpo.jsonl', 'mine.jsonl']) writeFileSync(join(run, name), '')
  t.same(await stale('--also', 'kto'), ['messages.jsonl'])
  t.same(await stale('--dpo', join(run, 'pairs.jsonl')), ['dpo.jsonl', 'kto.jsonl', 'messages.jsonl'])
  rmSync(join(run, 'kto.jsonl'))
  t.same(await stale(), ['messages.jsonl'])
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
  await t.rejects(open(join(file, 'run')), {
    code: 'AUTOIF_SINK',
    message: /cannot write into \S+: not a directory$/,
  })
  await t.rejects(open(file), { code: 'AUTOIF_SINK', message: `cannot write into ${file}: it is a file` })
  const skip = process.getuid?.() === 0 ? 'root may write anywhere' : false
  t.test('a read-only one', { skip }, async t => {
    const run = t.testdir()
    chmodSync(run, 0o500)
    await t.rejects(open(run), { code: 'AUTOIF_SINK' })
  })
})
