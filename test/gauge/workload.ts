import t from 'tap'
import { added, inAll, type Load } from '../../lib/gauge/workload.ts'

t.test('two parts of the work are done both, and counted on both assumptions once', async t => {
  const one: Load = {
    asks: { sample: { requests: 1, replies: 8 } },
    verdicts: 3,
    nliPairs: 0.5,
    assuming: ['accepted', 'functionsKept'],
  }
  const other: Load = { asks: { score: { requests: 4, replies: 4 } }, verdicts: 4, nliPairs: 0, assuming: ['accepted'] }
  t.same(added(one, other), {
    asks: { ...one.asks, ...other.asks },
    verdicts: 7,
    nliPairs: 0.5,
    assuming: ['accepted', 'functionsKept'],
  })
})

t.test('what stages take adds up', async t => {
  t.equal(inAll({ a: 1, b: 2 }), 3)
})
