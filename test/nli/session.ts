import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { graph } from '../../fixtures/nli/build/onnx.ts'
import { lexicalBaseline } from '../../lib/nli/open-entailer.ts'
import { openSession } from '../../lib/nli/session.ts'

/** A model file whose logits are three times the sum of one of its inputs. */
const summing = (t: { testdir(content: Record<string, never>): string }, ...inputs: string[]): string => {
  const g = graph('summing')
  for (const input of inputs) g.input(input, 'int64', ['batch', 'sequence'])
  g.output('logits', 'float', ['batch', 3])
  const sum = g.op('ReduceSum', [g.op('Cast', [inputs.at(-1) as string], { to: 1 }), g.integers([1], [1])], {
    keepdims: 1,
  })
  g.op('Mul', [sum, g.floats([1, 3], [1, 1, 1])], {}, 'logits')
  const path = join(t.testdir({}), 'model.onnx')
  writeFileSync(path, g.encode('for a test'))
  return path
}

const short = { ids: [4, 5], types: [0, 1] }
const long = { ids: [4, 5, 6, 7], types: [0, 0, 1, 1] }

t.test('rows come back in the order of the pairs, padded to the longest with the padding id', async t => {
  const { logits } = await openSession(summing(t, 'input_ids'), 9)
  t.same(await logits([short, long]), [
    [27, 27, 27],
    [22, 22, 22],
  ])
})

t.test('the attention mask says which tokens are no padding', async t => {
  const { logits } = await openSession(summing(t, 'input_ids', 'attention_mask'), 9)
  t.same(
    (await logits([short, long])).map(row => row[0]),
    [2, 4],
  )
})

t.test('a model that asks for token_type_ids gets them', async t => {
  const { logits } = await openSession(summing(t, 'input_ids', 'token_type_ids'), 9)
  t.same(
    (await logits([short, long])).map(row => row[0]),
    [1, 2],
  )
})

t.test('a model that takes no text is refused', async t => {
  await t.rejects(openSession(summing(t, 'pixel_values'), 0), { message: /takes no input_ids, only pixel_values/ })
})

t.test('a file that is no model is refused', async t => {
  const path = t.testdir({ 'model.onnx': 'version https://git-lfs.github.com/spec/v1' })
  await t.rejects(openSession(join(path, 'model.onnx'), 0), { message: /Protobuf parsing failed/ })
})

t.test('the shipped model judges a pair alone as it does in company', async t => {
  const { logits } = await openSession(join(lexicalBaseline, 'onnx', 'model.onnx'), 0)
  const pair = { ids: [1, 50, 60, 70, 2, 51, 60, 2], types: [] }
  const other = { ids: [1, ...Array.from({ length: 40 }, (_, at) => 40 + at), 2, 90, 91, 2], types: [] }
  const [alone] = await logits([pair])
  const [accompanied] = await logits([pair, other, other])
  t.equal(alone?.length, 3)
  for (const [at, value] of (alone ?? []).entries()) t.ok(Math.abs(value - (accompanied?.[at] ?? Number.NaN)) < 1e-4)
})
