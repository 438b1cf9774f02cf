import t, { type Test } from 'tap'
import { gaugeEndpoint } from '../../../lib/config/gauge/gauge-endpoint.ts'
import { gaugeMaterial } from '../../../lib/config/gauge/gauge-material.ts'
import { probeFor } from '../../../lib/config/open/open-probe.ts'
import { readConfig } from '../../../lib/config/read-config.ts'
import { type TeacherServerOptions, teacherServer } from '../../../lib/models/rehearsal/server.ts'

const material = gaugeMaterial()
const bounds = { concurrency: '64', 'max-requests': '300', 'max-tokens': '1000000' }

const measured = async (t: Test, options: TeacherServerOptions, given = {}) => {
  const server = await teacherServer(options)
  t.teardown(() => server.close())
  const typed = { ...bounds, model: 'rehearsal', 'base-url': server.url, ...given }
  const config = readConfig({ command: 'bench', args: [], options: typed }, {})
  const probe = await probeFor(config.settings, {})
  if (!probe) throw new Error('there is a model')
  t.teardown(() => probe.close())
  const gauging = { config, material: await material, probe, seconds: 10, replyTokens: 256, say: () => {} }
  return { server, endpoint: await gaugeEndpoint(gauging) }
}

t.test('the number in flight that it recommends is near what the server takes', async t => {
  const { server, endpoint } = await measured(t, { capacity: 12, latencyMs: 150, jitterMs: 20 })
  const best = endpoint.best?.concurrency ?? 0
  t.ok(best >= 10 && best <= 12, `${best} in flight`)
  t.equal(endpoint.ended, 'crowded')
  t.equal(endpoint.rates.turnedAway, server.counts.crowded)
  t.ok(endpoint.rates.turnedAway > 0)
  t.equal(endpoint.spent.requests, server.counts.requests)
  t.match(endpoint.rungs[0], { concurrency: 1, answered: 6 })
})

t.test('it sends no more requests, and takes no more tokens, than it may', async t => {
  const { server, endpoint } = await measured(t, {}, { 'max-requests': '12' })
  t.match(
    endpoint,
    { ended: 'allowance', best: { concurrency: 1 }, spent: { requests: 1 + 6 } },
    'none is begun in vain',
  )
  t.equal(server.counts.requests, 7)
  const few = await measured(t, {}, { 'max-tokens': '1500' })
  t.ok(few.endpoint.spent.tokens > 0 && few.endpoint.spent.tokens <= 1500)
  const none = await measured(t, {}, { 'max-requests': '0' })
  t.match(none.endpoint, { rungs: [], ended: 'allowance', spent: { requests: 0 } })
})

t.test('it asks as `sample` does, as often as that is asked for', async t => {
  const questions: unknown[] = []
  const watch = (question: unknown) => {
    questions.push(question)
    return () => {}
  }
  const given = { 'max-requests': '7', responses: '5' }
  t.equal((await measured(t, { watch }, { ...given, adaptive: false })).endpoint.repliesPerRequest, 5)
  t.match(questions[0], { n: 5, temperature: 0.8, max_tokens: 256 })
  const seeds = questions.map(question => (question as { seed: number }).seed)
  t.equal(new Set(seeds).size, 7)
  t.equal((await measured(t, {}, given)).endpoint.repliesPerRequest, 2)
  t.equal((await measured(t, {}, { ...given, 'samples-per-request': 'one' })).endpoint.repliesPerRequest, 1)
})

t.test('rates and failures that it meets are told', async t => {
  const limited = await measured(t, { faults: { rate429: 1, retryAfterS: 9 } })
  t.match(limited.endpoint, {
    rungs: [],
    ended: 'crowded',
    rates: { turnedAway: 1, headers: { 'retry-after': '9' } },
  })
  t.match((await measured(t, { faults: { rate500: 1 } })).endpoint, { rungs: [], ended: 'failed' })
  await t.rejects(measured(t, {}, { model: 'none' }), { code: 'AUTOIF_ENDPOINT' })
})

t.test('the built-in teacher has no number in flight to be found, and costs nothing', async t => {
  const config = readConfig({ command: 'bench', args: [], options: { model: 'rehearsal', 'max-requests': '5' } }, {})
  const probe = await probeFor(config.settings, {})
  if (!probe) throw new Error('there is a model')
  const gauging = { config, material: await material, probe, seconds: 10, replyTokens: 256, say: () => {} }
  t.match(await gaugeEndpoint(gauging), { ended: 'alone', rungs: [{ answered: 200 }], best: { concurrency: 1 } })
})
