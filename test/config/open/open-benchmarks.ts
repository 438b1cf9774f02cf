import { join } from 'node:path'
import t from 'tap'
import { openBenchmarks } from '../../../lib/config/open/open-benchmarks.ts'

const fox = 'Write a limerick about a fox who lives in a lighthouse and sells umbrellas to sailors.'
const numbers = { gram: 13, shortest: 8 }

t.test('without a file there are none', async t => {
  t.equal(await openBenchmarks({ decontaminate: '' }), undefined)
})

t.test('prompts are read as queries are, from NDJSON in their shapes and from plain text', async t => {
  const dir = t.testdir({
    'ifeval.jsonl': `${JSON.stringify({ key: 1, prompt: fox })}\n${JSON.stringify({ messages: [{ role: 'user', content: 'Why?' }] })}\n`,
    'two words.txt': 'Name three rivers.\nName four rivers.\nName five.\n',
  })
  const paths = ['ifeval.jsonl', 'two words.txt'].map(file => join(dir, file))
  const found = await openBenchmarks({ decontaminate: paths.join('\n') })
  t.match(found?.report(), [
    { benchmark: 'ifeval.jsonl', total: 2 },
    { benchmark: 'two words.txt', total: 3 },
  ])
  t.match(found?.repeated(fox, numbers), { benchmark: 'ifeval.jsonl', prompt: 1 })
  t.match(found?.repeated('name four rivers', numbers), { benchmark: 'two words.txt', prompt: 2 })
})

t.test('a pattern stands for a benchmark of each file', async t => {
  const dir = t.testdir({ 'b.txt': 'Name three rivers.\n', 'a.txt': 'Name four rivers.\nName five.\n' })
  const found = await openBenchmarks({ decontaminate: join(dir, '*.txt') })
  t.match(found?.report(), [
    { benchmark: 'a.txt', total: 2 },
    { benchmark: 'b.txt', total: 1 },
  ])
})

t.test('a file that is missing, empty, or has a line that is no prompt is told about', async t => {
  const dir = t.testdir({ empty: '', 'bad.jsonl': '{"prompt":"Why?"}\n{"prompt":7}\n' })
  const open = (path: string) => openBenchmarks({ decontaminate: path })
  await t.rejects(open(join(dir, 'none')), { code: 'AUTOIF_SOURCE', message: /none/ })
  await t.rejects(open(join(dir, 'empty')), {
    code: 'AUTOIF_SOURCE',
    message: /empty: no prompts/,
    hint: /one prompt a line/,
  })
  await t.rejects(open(join(dir, 'bad.jsonl')), {
    code: 'AUTOIF_SOURCE',
    message: /line 2 of .*bad\.jsonl \(byte \d+\) cannot be read/,
  })
  await t.rejects(open('-'), { code: 'AUTOIF_USAGE', message: /stdin/ })
})
