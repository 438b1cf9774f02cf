import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import { openScorer } from '../../lib/models/open-scorer.ts'
import { type TeacherServerOptions, teacherServer } from '../../lib/models/rehearsal/server.ts'

const quick = { concurrency: 4, timeoutMs: 20_000, template: '{{prompt}}\n\n', patience: { tries: 2, firstMs: 1 } }

const opened = async (t: Test, options: TeacherServerOptions, model = 'rehearsal') => {
  const server = await teacherServer(options)
  t.teardown(() => server.close())
  const scorer = await openScorer({ ...quick, baseUrl: server.url, model })
  t.teardown(() => scorer.close())
  return { server, scorer }
}

t.test('it is found out how a server tells log-probabilities, and both ways cut an answer the same', async t => {
  const heard = []
  for (const way of ['chat', 'completion'] as const) {
    const { scorer, server } = await opened(t, { logprobs: [way] })
    t.match(scorer, { way, name: 'rehearsal', url: server.url })
    const [answer = []] = await scorer.score('How do tides work?', ['The moon pulls,\nthe “sea” gives.'])
    t.ok(answer.every(({ logprob }) => logprob !== null && logprob < 0))
    heard.push(answer.map(({ text }) => text))
  }
  t.equal(heard[0]?.join(''), 'The moon pulls,\nthe “sea” gives.')
  t.same(heard[1], heard[0])
})

t.test('it asks again what fails now and then', async t => {
  const { scorer } = await opened(t, { faults: { rate500: 0.2, rateCut: 0.1 }, seed: 'some' })
  t.equal((await scorer.score('Why?', ['No.', 'Yes.'])).length, 2)
})

t.test('the only model that is served need not be named', async t => {
  t.equal((await opened(t, { models: ['after'] }, '')).scorer.name, 'after')
  await t.rejects(opened(t, { models: ['after', 'before'] }, ''), {
    code: 'AUTOIF_USAGE',
    message: /does not say which model/,
    hint: /=MODEL, with one of after, before\./,
  })
})

t.test('a server that tells none is named, with what it said on either path', async t => {
  await t.rejects(opened(t, { logprobs: [] }), {
    code: 'AUTOIF_ENDPOINT',
    message: /^rehearsal at http:\S+ tells no log-probabilities .*\(chat\/completions: .*; completions: .*\)$/,
    hint: /vLLM/,
  })
})

t.test('a server without one of the paths, or both, is not said to lack the model', async t => {
  const without = async (t: Test, gone: readonly string[]) => {
    const server = createServer(({ url = '' }, response) => {
      const missing = gone.some(path => url === `/v1${path}`)
      response.writeHead(missing ? 404 : 200, { 'content-type': 'application/json' })
      const choices = [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'Yes.' } }]
      response.end(missing ? '{"detail":"Not Found"}' : JSON.stringify({ data: [{ id: 'm' }], choices }))
    }).listen(0, '127.0.0.1')
    t.teardown(() => server.close())
    await once(server, 'listening')
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return openScorer({ ...quick, baseUrl, model: 'm' })
  }
  await t.rejects(without(t, ['/completions']), {
    code: 'AUTOIF_ENDPOINT',
    message: /^m at \S+ tells no log-probabilities .*completions: .*; completions: the server has none\)$/,
  })
  await t.rejects(without(t, ['/completions', '/chat/completions']), {
    message: /\(chat\/completions: the server has none; completions: the server has none\)$/,
  })
  await t.rejects(without(t, ['/completions', '/chat/completions', '/models']), { message: /no model "m"/ })
})

t.test('a wrong model, key or address is told as everywhere', async t => {
  await t.rejects(opened(t, {}, 'another'), { code: 'AUTOIF_ENDPOINT', message: /no model "another"/ })
  await t.rejects(opened(t, { apiKey: 'sk-1' }), { code: 'AUTOIF_ENDPOINT', message: /the key was refused/ })
  await t.rejects(opened(t, { apiKey: 'sk-1' }, ''), { code: 'AUTOIF_ENDPOINT', message: /the key was refused/ })
  for (const model of ['x', ''])
    await t.rejects(openScorer({ ...quick, baseUrl: 'http://127.0.0.1:9', model }), {
      code: 'AUTOIF_ENDPOINT',
      message: /^cannot reach http:\/\/127.0.0.1:9\/v1\S*: ECONNREFUSED$/,
    })
})
