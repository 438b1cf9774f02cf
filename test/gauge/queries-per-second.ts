import t from 'tap'
import { queriesPerSecond } from '../../lib/gauge/queries-per-second.ts'
import { gauged } from '../fixtures/gauge.ts'

const { machine, endpoint, perQuery } = gauged

t.test('each part is taken by what a query needs of it', async t => {
  t.same(queriesPerSecond({ machine, endpoint, perQuery, language: 'python' }), {
    model: 20 / 10,
    verdicts: 8000 / 80,
    nli: 3000 / 0.3,
    ndjson: 40_000,
  })
})

t.test('verifiers in both languages take the time of both', async t => {
  const { verdicts } = queriesPerSecond({ machine, endpoint, perQuery, language: 'both' })
  t.equal(Math.round(verdicts ?? 0), Math.round(2 / (1 / 8000 + 1 / 50_000) / 80))
})

t.test('what was not measured or is not needed is left out', async t => {
  const none = { machine, endpoint: null, perQuery: { ...perQuery, nliPairs: 0 }, language: 'javascript' } as const
  t.same(Object.keys(queriesPerSecond(none)), ['verdicts', 'ndjson'])
  const idle = { ...none, perQuery: { ...none.perQuery, verdicts: 0 } }
  t.same(Object.keys(queriesPerSecond(idle)), ['ndjson'])
})
