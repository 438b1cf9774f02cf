import t from 'tap'
import { microBatches } from '../../lib/nli/micro-batches.ts'

t.test('pairs of like length run together, eight at most, and each of them once', async t => {
  const lengths = Array.from({ length: 19 }, (_, at) => (at * 7) % 19)
  const batches = microBatches(lengths, false)
  t.same(
    batches.map(batch => batch.length),
    [8, 8, 3],
  )
  t.same(
    batches.flat().map(at => lengths[at]),
    lengths.toSorted((a, b) => a - b),
  )
})

t.test('a quantized model judges every pair alone', async t => {
  t.same(microBatches([5, 3, 4], true), [[1], [2], [0]])
})

t.test('nothing asked is nothing to run', async t => {
  t.same(microBatches([], false), [])
})
