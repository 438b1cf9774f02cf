import t from 'tap'
import { expectedResponses } from '../../../lib/gauge/expected-responses.ts'
import { assumed } from '../../../lib/gauge/workload.ts'
import { autoif, dispatcher, triedFor } from '../../../lib/gauge/workloads/instructions-lead.ts'
import { turned } from '../../../lib/recipes/knobs.ts'

const fixed = turned({ sample: { adaptive: false, responses: 8 }, pair: { queries: 16 } })

t.test('a query takes its responses, their judgements, and its share of an instruction', async t => {
  const { asks, verdicts, nliPairs } = autoif(fixed, {})
  const tried = 1 / 16 / assumed.instructionsKept
  t.equal(triedFor(fixed, assumed.instructionsKept, {}), tried)
  t.match(asks, {
    sample: { requests: 1, replies: 8 },
    score: { requests: 8 * assumed.accepted, replies: 8 * assumed.accepted },
    'generate-verifiers': { requests: tried, replies: 8 * tried },
    'back-translate': { requests: tried, replies: tried },
    augment: { requests: tried / 50, replies: tried / 50 },
  })
  t.equal(nliPairs, 3 * tried)
  t.equal(Math.round(verdicts), Math.round(tried * 8 * 8 * 3 + 8 * 8 * assumed.functionsKept))
})

t.test('dispatcher compares no sentences', async t => {
  const { asks, nliPairs, verdicts } = dispatcher(fixed, {})
  t.notOk('back-translate' in asks)
  t.equal(nliPairs, 0)
  t.equal(verdicts, autoif(fixed, {}).verdicts)
})

t.test('adaptive sampling counts as what is to be expected of it', async t => {
  const knobs = turned()
  const { responses, requests } = expectedResponses(knobs.sample, assumed)
  t.same(autoif(knobs, {}).asks.sample, { requests, replies: responses })
  t.ok(responses < 8)
})

t.test('verified instructions cost nothing', async t => {
  const { asks, nliPairs } = autoif(fixed, { verified: true })
  const none = { requests: 0, replies: 0 }
  t.match(asks, { augment: none, 'generate-verifiers': none, 'back-translate': none, sample: { replies: 8 } })
  t.equal(nliPairs, 0)
})
