import t from 'tap'
import { assumed } from '../../../lib/gauge/workload.ts'
import { answering, judging } from '../../../lib/gauge/workloads/answering.ts'
import { turned } from '../../../lib/recipes/knobs.ts'

t.test('responses that are asked for two at a time are verified twice', async t => {
  const all = answering(turned({ sample: { adaptive: false, responses: 8 } }), 5)
  t.equal(all.verdicts, 8 * 5)
  const some = answering(turned(), 5)
  t.equal(some.verdicts, 2 * (some.asks.sample?.replies ?? 0) * 5)
})

t.test('what is accepted is judged, as often as is asked for', async t => {
  const { asks } = judging(turned({ sample: { adaptive: false, responses: 10 }, score: { judgements: 3 } }))
  t.same(asks.score, { requests: 10 * assumed.accepted, replies: 3 * 10 * assumed.accepted })
})
