import t from 'tap'
import { backtranslation } from '../../../lib/gauge/workloads/backtranslation.ts'
import { turned } from '../../../lib/recipes/knobs.ts'

t.test('a completion is inverted once and rated as often as is asked for', async t => {
  const { asks, verdicts } = backtranslation(turned({ curate: { judgements: 3 } }))
  t.same(asks, { invert: { requests: 1, replies: 1 }, curate: { requests: 1, replies: 3 } })
  t.equal(verdicts, 0)
})
