import t from 'tap'
import { draws } from '../../lib/sources/draws.ts'

const seeds = Array.from({ length: 20 }, (_, at) => `seed ${at}`)

t.test('each draw shows different seeds, and another run seed draws others', async t => {
  const all = [...draws(seeds, { requests: 30, shots: 5, seed: '1' })]
  t.equal(all.length, 30)
  for (const { shots } of all) t.equal(new Set(shots).size, 5)
  t.ok(new Set(all.map(({ shots }) => shots.join())).size > 25)
  t.notSame([...draws(seeds, { requests: 30, shots: 5, seed: '2' })], all)
})

t.test('a draw depends on its place alone', async t => {
  const source = draws(seeds, { requests: 4, shots: 3, seed: '1' })
  const first = [...source]
  t.strictSame([...source], first, 'the same when iterated again')
  t.strictSame([...draws(seeds, { requests: 9, shots: 3, seed: '1' })].slice(0, 4), first)
})

t.test('fewer seeds than shots are all shown', async t => {
  const [only] = draws(['a', 'b'], { requests: 1, shots: 8, seed: '1' })
  t.strictSame([...(only?.shots ?? [])].sort(), ['a', 'b'])
})
