import t from 'tap'
import { workload } from '../../../lib/gauge/workloads/index.ts'
import { recipeNames } from '../../../lib/recipes/index.ts'
import { knobs, turned } from '../../../lib/recipes/knobs.ts'

t.test('every recipe has a load of its own', async t => {
  const seen = new Set(recipeNames.map(name => JSON.stringify(workload(name, knobs))))
  t.equal(seen.size, recipeNames.length)
})

t.test('a server that gives one reply is asked for each', async t => {
  const fixed = turned({ sample: { adaptive: false, responses: 8 } })
  t.equal(workload('autoif', fixed).requests.sample, 1)
  const { requests, replies } = workload('autoif', fixed, { verified: true, samplesPerRequest: 'one' })
  t.equal(requests.sample, 8)
  t.same(requests, replies)
  t.equal(requests.augment, 0)
})
