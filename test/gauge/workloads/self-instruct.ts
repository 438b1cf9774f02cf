import t from 'tap'
import { assumed } from '../../../lib/gauge/workload.ts'
import { selfInstruct } from '../../../lib/gauge/workloads/self-instruct.ts'
import { turned } from '../../../lib/recipes/knobs.ts'

t.test('a reply goes on with the list, and a part of that joins the pool', async t => {
  const { asks } = selfInstruct(turned())
  t.same(Object.keys(asks), ['bootstrap'])
  t.equal(asks.bootstrap?.requests, 1 / (12 * assumed.tasksKept))
})

t.test('what is asked about a task comes to it when it is asked for', async t => {
  const { asks } = selfInstruct(turned({ consistent: { atLeast: 0.2, trials: 8 }, classify: { outputFirst: true } }))
  t.match(asks, { consistent: { replies: 8 }, classify: { replies: 1 }, instantiate: { replies: 1 } })
})
