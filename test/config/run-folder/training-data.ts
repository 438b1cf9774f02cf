import { join } from 'node:path'
import t from 'tap'
import { trainingData } from '../../../lib/config/run-folder/training-data.ts'

const outputs = [{ name: 'autoif_sft', format: 'alpaca', file: 'sft.jsonl', rows: 3 }]

t.test('a run says in its summary what there is, files are named with their format', async t => {
  const dir = t.testdir({ 'summary.json': JSON.stringify({ outputs }) })
  t.strictSame(trainingData([dir, 'instruction-ranking=a b.jsonl']), [
    { name: 'autoif_sft', format: 'alpaca', path: join(dir, 'sft.jsonl'), folder: dir },
    { name: 'autoif_instruction_ranking', format: 'ranking', path: 'a b.jsonl' },
  ])
})

t.test('a file is known by its first row, or has its format named', async t => {
  const dir = t.testdir({ 'a.jsonl': '{"messages":[]}\n', 'b.jsonl': '{"odd":1}\n' })
  const path = join(dir, 'a.jsonl')
  t.strictSame(trainingData([path]), [{ name: 'autoif_messages', format: 'messages', path }])
  t.throws(() => trainingData([join(dir, 'b.jsonl')]), { code: 'AUTOIF_USAGE', hint: /FORMAT=/ })
  t.throws(() => trainingData([join(dir, 'none')]), { code: 'AUTOIF_USAGE', message: /there is no/ })
})

t.test('what is no run is told so', async t => {
  const dir = t.testdir({ old: { 'summary.json': '{}' }, broken: { 'summary.json': '{' } })
  const refused = (path: string, message: RegExp) =>
    t.throws(() => trainingData([path]), { code: 'AUTOIF_USAGE', message, hint: /FORMAT=FILE/ })
  refused(dir, /no summary\.json/)
  refused(join(dir, 'old'), /does not say what was written/)
  refused(join(dir, 'broken'), /does not say/)
  t.throws(() => trainingData(['csv=x']), { code: 'AUTOIF_USAGE', message: '"csv"' })
})
