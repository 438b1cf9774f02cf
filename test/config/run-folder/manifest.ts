import t from 'tap'
import { readCommandLine } from '../../../lib/config/commands/command-line.ts'
import { ownSeeds } from '../../../lib/config/open/open-house.ts'
import { readConfig } from '../../../lib/config/read-config.ts'
import { differences, manifestOf } from '../../../lib/config/run-folder/manifest.ts'
import type { Typed } from '../../../lib/config/typed.ts'

const manifest = (...argv: string[]) =>
  manifestOf(readConfig(readCommandLine(['--model', 'teacher', ...argv]) as Typed, {}), ownSeeds())

t.test('the same command has the same manifest, also when it goes faster or elsewhere', async t => {
  const other = manifest('--concurrency', '99', '--sft', 'x.jsonl', '--base-url', 'http://there/v1', '--quiet')
  t.same(differences(manifest(), other), [])
  t.equal(JSON.stringify(manifest()), JSON.stringify(other))
})

t.test('what changes what is written is named by its flag', async t => {
  t.same(differences(manifest(), manifest('--no-lineage')), ['--no-lineage was false and is true'])
  const changed = manifest('--min-score', '9', '--judge-model', 'judge', '--no-cycle', '--seed', '7')
  t.same([...differences(manifest(), changed)].sort(), [
    '--cycle was true and is false',
    '--judge-model was "" and is judge',
    '--min-score was 8 and is 9',
    '--seed was 0 and is 7',
  ])
})

t.test('prompts and seeds are told apart by what is in them', async t => {
  const now = manifest()
  const before = { ...now, seeds: 'other', prompts: { ...now.prompts, judge: 'other' } }
  t.same(differences(before, now), [
    'the seed instructions are others',
    'the prompt judge is another, so what it asks is asked anew',
  ])
  t.ok(Object.keys(now.prompts).length >= 6)
})

t.test('it lists what the run makes in its directory, and nothing that goes elsewhere', async t => {
  t.same(manifest().files, [])
  t.same(manifest('--run', 'demo').files, ['dpo.jsonl', 'rejects.jsonl', 'sft.jsonl', 'summary.json'])
  const moved = ['--sft', '-', '--dpo', 'else.jsonl', '--rejects', '/tmp/x.jsonl', '--also', 'kto=demo/deep/k.jsonl']
  t.same(manifest('--run', 'demo', ...moved).files, ['deep/k.jsonl', 'summary.json'])
})
