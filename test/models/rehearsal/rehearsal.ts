import t from 'tap'
import { defaults } from '../../../lib/models/rehearsal/rates.ts'
import { rehearsal } from '../../../lib/models/rehearsal/rehearsal.ts'
import { prompt } from '../../../lib/prompts/prompt.ts'
import { bullets } from '../../../lib/text/bullets.ts'
import { instructionObjects } from '../../../lib/text/instruction-objects.ts'
import { jsonObject } from '../../../lib/text/json-object.ts'
import { rating } from '../../../lib/text/rating.ts'
import { scoreLine } from '../../../lib/text/score-line.ts'
import { stringList } from '../../../lib/text/string-list.ts'
import { unlabelled } from '../../../lib/text/unlabelled.ts'
import { verifierReply } from '../../../lib/text/verifier-reply.ts'

const faultless = { ...Object.fromEntries(Object.keys(defaults).map(name => [name, 0])), lanes: 3 }
const open = { instruction: 'Answer in at least {N} words.', placeholders: '- N: a whole number', names: '"N": …' }
const several = { instructions: '- Do not use any commas.\n- Be brief.', query: 'Why?', contradiction: '{}' }
const words = {
  satisfy: prompt('satisfy', 'instructions', 'contradiction')(several),
  together: prompt('respond-together', 'instructions', 'query', 'contradiction')(several),
  again: prompt('respond-again', 'instructions', 'query', 'answer', 'contradiction')({ ...several, answer: 'So, so.' }),
  templates: prompt(
    'augment-templates',
    'count',
    'examples',
    'language',
  )({ count: '7', examples: '{"instruction":"Be brief."}', language: '' }),
  fill: prompt('fill', 'instruction', 'placeholders', 'example', 'query')({ ...open, example: '{}', query: 'Why?' }),
  namedPython: prompt('generate-verifiers-named-python', 'instruction', 'names', 'placeholders')(open),
  namedJavascript: prompt('generate-verifiers-named-javascript', 'instruction', 'names', 'placeholders')(open),
  augment: prompt(
    'augment',
    'count',
    'examples',
    'language',
  )({ count: '7', examples: '- Do not use any commas.', language: '\n- It is written in Finnish.' }),
  javascript: prompt('generate-verifiers-javascript', 'instruction')({ instruction: 'Do not use any commas.' }),
  python: prompt('generate-verifiers-python', 'instruction')({ instruction: 'Do not use any commas.' }),
  backTranslate: prompt(
    'back-translate',
    'functions',
  )({ functions: '["function evaluate(response) {\\n  return true\\n}"]' }),
  respond: prompt(
    'respond',
    'instruction',
    'query',
  )({ instruction: 'Do not use any commas.', query: 'How do tides work?' }),
  judge: prompt(
    'judge',
    'instruction',
    'query',
    'response',
  )({ instruction: 'Be brief.', query: 'Why?', response: 'So.' }),
  relevance: prompt('judge-relevance', 'query', 'response')({ query: 'Why?', response: 'So.' }),
  invert: prompt('invert', 'response')({ response: 'The moon pulls the water.' }),
  curate: prompt('curate', 'instruction', 'response')({ instruction: 'Why?', response: 'The moon pulls the water.' }),
}

t.test('every prompt of the pipeline gets a reply of the form it demands', async t => {
  const { ask } = rehearsal(faultless)
  t.equal(bullets((await ask(words.augment))[0]!).length, 7)
  const verifier = async (asked: string) => verifierReply((await ask(asked))[0]!, { tolerant: false })
  t.match(await verifier(words.javascript), { func: /^function evaluate/, cases: [{}, {}, {}] })
  t.match(await verifier(words.python), { func: /^def evaluate/m, cases: [{}, {}, {}] })
  t.equal(stringList((await ask(words.backTranslate))[0]!)?.length, 1)
  t.notMatch((await ask(words.respond))[0]!, ',')
  t.type(scoreLine((await ask(words.judge))[0]!, { tolerant: false, min: 0, max: 10 }), 'number')
  for (const asked of [words.satisfy, words.together, words.again]) t.match((await ask(asked))[0]!, /^[^,]{10,}$/)
  t.equal(instructionObjects((await ask(words.templates))[0]!).length, 7)
  t.match(jsonObject((await ask(words.fill))[0]!), { N: Number })
  for (const asked of [words.namedPython, words.namedJavascript])
    t.match(verifierReply((await ask(asked))[0]!, { tolerant: true }), { cases: [{ args: { N: Number } }, {}, {}] })
  t.type(scoreLine((await ask(words.relevance))[0]!, { tolerant: true, min: 1, max: 5 }), 'number')
  t.match(unlabelled((await ask(words.invert))[0]!), /moon, pulls, water/)
  t.type(rating((await ask(words.curate))[0]!), 'number')
})

t.test('a reply depends on the prompt, the seed and its place alone', async t => {
  const { ask } = rehearsal()
  for (const asked of Object.values(words)) {
    const together = await ask(asked, { n: 4, seed: 11 })
    t.same(await rehearsal().ask(asked, { n: 4, seed: 11 }), together)
    t.same((await Promise.all([11, 12, 13, 14].map(seed => ask(asked, { seed })))).flat(), together, 'asked one by one')
  }
  t.equal(new Set(await ask(words.respond, { n: 20 })).size, 20)
})

t.test('any other prompt is answered, by saying what it is', async t => {
  t.match((await rehearsal().ask('Hello?'))[0], 'rehearsal teacher')
})

t.test('name and lanes are what rows and flow are told', async t => {
  t.match(rehearsal(faultless), { name: 'rehearsal', lanes: 3 })
})

t.test('nobody is answered who has gone', async t => {
  const reason = new Error('gone')
  await t.rejects(rehearsal().ask(words.judge, { signal: AbortSignal.abort(reason) }), reason)
})

t.test('what stands around an ask sees the question and what its answer took, and may answer itself', async t => {
  const seen: unknown[] = []
  const { ask } = rehearsal({
    ...faultless,
    around: request => async (prompt, asking) => {
      if (asking.seed === 1) return { replies: [{ text: 'memory' }], tokens: { prompt: 0, cached: 0, completion: 0 } }
      const found = await request(prompt, asking)
      if ('replies' in found) seen.push(asking, found.tokens)
      return found
    },
  })
  const replies = await ask('Who are you?', { n: 2 })
  const words = replies.join(' ').split(' ').length
  t.same(seen, [{ n: 2 }, { prompt: 3, cached: 0, completion: words }])
  t.same(await ask('Who are you?', { seed: 1 }), ['memory'])
})

t.test('a reply ends where it is told to', async t => {
  const [whole = ''] = await rehearsal(faultless).ask(words.judge)
  const [part] = await rehearsal(faultless).ask(words.judge, { stop: ['nowhere', 'Score'] })
  t.equal(part, whole.slice(0, whole.indexOf('Score')))
})
