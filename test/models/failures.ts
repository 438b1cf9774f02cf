import t from 'tap'
import { nobodyThere, refused, turnedAway, unanswered } from '../../lib/models/failures.ts'
import { fault, late } from '../../lib/models/faults.ts'

const endpoint = { url: 'http://host/v1/chat/completions', model: 'big', apiKey: 'sk-secret' }
const answer = (status: number, message = 'no luck', rest = {}) => ({ status, body: { error: { message, ...rest } } })
const unreachable = fault(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))

t.test('a refused key ends the run and names where keys come from, never what the server says of it', async t => {
  for (const status of [401, 403]) {
    const error = turnedAway(endpoint, answer(status, 'Incorrect API key provided: sk-se***et'), [], false)
    t.match(error, { code: 'AUTOIF_ENDPOINT', message: /the key was refused/, hint: /OPENAI_API_KEY.*--api-key-file/ })
    t.notMatch(error.message, /sk-/)
  }
  t.match(turnedAway({ url: endpoint.url, model: 'big' }, answer(401), [], false).message, /none was given/)
})

t.test('a key that was taken before says that it may have been revoked, and how to go on', async t => {
  t.match(turnedAway(endpoint, answer(401), [], true), {
    code: 'AUTOIF_ENDPOINT',
    message: /after it had been taken/,
    hint: /revoked.*same command again/,
  })
})

t.test('an unknown model ends the run and names what is served', async t => {
  t.match(turnedAway(endpoint, answer(404), ['small', 'tiny'], false), {
    code: 'AUTOIF_ENDPOINT',
    message: /"big" at http:\/\/host\/v1\/chat\/completions \(404\)/,
    hint: /--model.*small, tiny.*--base-url/,
  })
  t.match(turnedAway(endpoint, answer(404), [], false).hint, /--model.*--base-url/)
})

t.test('where a server may lack the endpoint that was asked, another way to ask is named', async t => {
  t.match(turnedAway({ ...endpoint, way: 'completion' }, answer(404), [], false), {
    message: /at http:\/\/host\/v1\/completions/,
    hint: /--no-completion/,
  })
  t.match(turnedAway({ ...endpoint, way: 'embedding' }, answer(404), [], false), {
    message: /at http:\/\/host\/v1\/embeddings/,
    hint: /--embedding-base-url/,
  })
})

t.test('a redirect ends the run and says where to, an empty account says so', async t => {
  const location = 'https://host/v1/chat/completions?k=1'
  const error = turnedAway(endpoint, { status: 308, body: '', headers: { location } }, [], false)
  t.match(error, { code: 'AUTOIF_ENDPOINT', message: /points to https:\/\/host\/v1 \(308\)/, hint: /--base-url/ })
  const poor = turnedAway(endpoint, answer(402, 'no credits for sk-secret'), [], true)
  t.match(poor, { code: 'AUTOIF_ENDPOINT', message: /nothing left \(402\): no credits for \[key\]/ })
})

t.test('any other refusal is of this one request, in the server’s words without the key, with a reason', async t => {
  const error = refused(endpoint, answer(400, 'bad temperature for sk-secret'))
  t.match(error, {
    code: 'AUTOIF_MODEL',
    message: 'the server refused (400): bad temperature for [key]',
    reason: 'refused',
  })
  for (const long of [
    answer(413),
    answer(400, 'no', { code: 'context_length_exceeded' }),
    answer(400, "This model's maximum context length is 8192 tokens"),
    answer(400, 'the request exceeds the available context size'),
  ])
    t.equal(refused(endpoint, long).reason, 'too-long')
  t.equal(refused(endpoint, answer(400, 'no', { code: 'content_filter' })).reason, 'content-filter')
})

t.test('given up says what came last', async t => {
  t.match(unanswered(endpoint, answer(503, 'busy, sk-secret'), 5), {
    code: 'AUTOIF_MODEL',
    reason: 'unanswered',
    message: /after 5 tries, the last: 503 busy, \[key\]/,
  })
  t.match(unanswered(endpoint, fault(late(1000)), 2), { code: 'AUTOIF_MODEL', message: /2 tries.*within 1 s/ })
  const empty = { fault: 'empty', words: 'the reply has no choices: {}', cause: undefined } as const
  t.match(unanswered(endpoint, empty, 5), { reason: 'empty-choices', message: /no choices: \{\}/ })
})

t.test('nobody there ends the run: never reached, or gone for longer than one waits', async t => {
  t.match(nobodyThere(endpoint, unreachable, false, 0), {
    code: 'AUTOIF_ENDPOINT',
    message: /cannot reach http:\/\/host.*ECONNREFUSED/,
    hint: /--base-url/,
  })
  const nameless = fault(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }))
  t.match(nobodyThere(endpoint, nameless, false, 0), { message: /ENOTFOUND/, hint: /no host of that name.*--base-url/ })
  t.match(nobodyThere(endpoint, answer(503, 'sk-secret'), true, 300_400), {
    code: 'AUTOIF_ENDPOINT',
    message: /no answer from http.* for 300 s, the last: 503 \[key\]/,
    hint: /same command again.*--patience/,
  })
})
