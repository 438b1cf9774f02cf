import t from 'tap'
import { refused, refusesN, unanswered } from '../../lib/models/failures.ts'
import { fault, late } from '../../lib/models/faults.ts'

const endpoint = { url: 'http://host/v1/chat/completions', model: 'big', apiKey: 'sk-secret' }
const answer = (status: number, message = 'no luck') => ({ status, body: { error: { message } } })
const unreachable = fault(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))

t.test('a refused key ends the run and names where keys come from, never what the server says of it', async t => {
  for (const status of [401, 403]) {
    const error = refused(endpoint, answer(status, 'Incorrect API key provided: sk-se***et'), [])
    t.match(error, { code: 'AUTOIF_ENDPOINT', message: /the key was refused/, hint: /OPENAI_API_KEY.*--api-key-file/ })
    t.notMatch(error.message, /sk-/)
  }
  t.match(refused({ url: endpoint.url, model: 'big' }, answer(401), []).message, /none was given/)
})

t.test('an unknown model ends the run and names what is served', async t => {
  t.match(refused(endpoint, answer(404), ['small', 'tiny']), {
    code: 'AUTOIF_ENDPOINT',
    message: /"big" at http:\/\/host\/v1\/chat\/completions \(404\)/,
    hint: /--model.*small, tiny.*--base-url/,
  })
  t.match(refused(endpoint, answer(404), []).hint, /--model.*--base-url/)
})

t.test('a redirect ends the run and says where to', async t => {
  const error = refused(endpoint, { status: 308, body: '', location: 'https://host/v1/chat/completions?k=1' }, [])
  t.match(error, { code: 'AUTOIF_ENDPOINT', message: /points to https:\/\/host\/v1 \(308\)/, hint: /--base-url/ })
})

t.test('any other refusal is of this one request, in the server’s words without the key', async t => {
  const error = refused(endpoint, answer(400, 'context too long for sk-secret'), [])
  t.match(error, { code: 'AUTOIF_MODEL', message: 'the server refused (400): context too long for [key]' })
})

t.test('a server that was never reached ends the run, one that was reached before does not', async t => {
  t.match(unanswered(endpoint, unreachable, 5, false), {
    code: 'AUTOIF_ENDPOINT',
    message: /cannot reach http:\/\/host.*ECONNREFUSED/,
    hint: /--base-url/,
  })
  t.match(unanswered(endpoint, unreachable, 5, true), { code: 'AUTOIF_MODEL', message: /after 5 tries.*ECONNREFUSED/ })
})

t.test('given up says what came last', async t => {
  t.match(unanswered(endpoint, answer(503, 'busy, sk-secret'), 5, true), {
    code: 'AUTOIF_MODEL',
    message: /after 5 tries, the last: 503 busy, \[key\]/,
  })
  t.match(unanswered(endpoint, fault(late(1000)), 2, false), { code: 'AUTOIF_MODEL', message: /2 tries.*within 1 s/ })
})

t.test('knows a server that takes no n by the many ways they say so', async t => {
  for (const [status, body] of [
    [400, { error: { message: "'n' : number must be at most 1" } }],
    [400, { error: { message: 'unsupported', param: 'n' } }],
    [400, { error: { message: 'Only one completion choice is allowed' } }],
    [422, { detail: [{ type: 'extra_forbidden', loc: ['body', 'n'] }] }],
  ] as const) {
    t.equal(refusesN({ status, body }), true, JSON.stringify(body))
  }
})

t.test('does not take other refusals for it', async t => {
  t.equal(refusesN(answer(400, 'max_tokens isn’t supported, don’t send it')), false)
  t.equal(refusesN(answer(500, 'n')), false)
  t.equal(refusesN({ status: 400, body: { error: null } }), false)
})
