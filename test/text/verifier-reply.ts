import t from 'tap'
import { verifierReply } from '../../lib/text/verifier-reply.ts'
import { skip, upstreamRows } from '../fixtures/upstream.ts'

const func = 'function evaluate(response) {\n  return /^\\w+$/.test(response)\n}'
const cases = [
  { input: 'one', output: true },
  { input: 'one two', output: false },
]
const read = {
  func,
  cases: [
    { input: 'one', expected: true },
    { input: 'one two', expected: false },
  ],
}
const json = JSON.stringify({ func, cases }, undefined, 2)
const fenced = (body: string, language = 'json') => `\`\`\`${language}\n${body}\n\`\`\``
const tolerant = (reply: string) => verifierReply(reply, { tolerant: true })
const strict = (reply: string) => verifierReply(reply, { tolerant: false })

t.test('the form that was asked for is read the same either way', async t => {
  t.strictSame(tolerant(fenced(json)), read)
  t.strictSame(strict(fenced(json)), read)
})

const forms: readonly (readonly [what: string, reply: string])[] = [
  ['words around the block', `Here it is.\n\n${fenced(json)}\n\nIt checks {words}.`],
  ['no fence', json],
  ['no fence and words around', `Sure, {N} cases: ${json} Enjoy.`],
  ['another fence', fenced(json, '')],
  ['a fence in capitals', fenced(json, 'JSON')],
  ['JSON with Python booleans', fenced(json.replaceAll('true', 'True').replaceAll('false', 'False'))],
  ['JSON with an invalid escape', fenced(json.replace('\\\\w', '\\w'))],
  ['JSON with raw line ends', fenced(json.replaceAll('\\n', '\n'))],
  ['code and cases in blocks of their own', `${fenced(func, 'javascript')}\n\n${fenced(JSON.stringify({ cases }))}`],
  ['cases before the code', `${fenced(JSON.stringify({ cases }))}\n${fenced(func, 'js')}`],
  ['cases as a bare list', `${fenced(func, '')}\n${fenced(JSON.stringify(cases))}`],
  [
    'func and cases in objects of their own',
    `${fenced(JSON.stringify({ func }))}\n${fenced(JSON.stringify({ cases }))}`,
  ],
  ['fenced code inside the JSON string', fenced(JSON.stringify({ func: fenced(func, 'js'), cases }))],
  ['an example before the real thing', `Like {"input": "x", "output": true}:\n${fenced(json)}`],
]

for (const [what, reply] of forms) {
  t.test(`${what}: the tolerant reader reads it`, async t => t.strictSame(tolerant(reply), read))
}

t.test('backticks in the code cut a reply off for the strict reader only', async t => {
  const code = "function evaluate(response) { return !response.includes('```') }"
  const reply = fenced(JSON.stringify({ func: code, cases }))
  t.match(tolerant(reply), { func: code })
  t.equal(strict(reply), 'bad-json')
})

t.test('a word boundary that JSON took for a backspace is a word boundary again', async t => {
  t.match(tolerant(fenced('{"func": "evaluate = r => /\\ba/.test(r)", "cases": []}')), {
    func: 'evaluate = r => /\\ba/.test(r)',
  })
})

t.test('a function is read although none of its cases can be', async t => {
  const reply = fenced(JSON.stringify({ func, cases: [{ input: 'one', output: 'True' }] }))
  t.strictSame(strict(reply), { func, cases: [] })
  t.strictSame(tolerant(reply), { func, cases: [{ input: 'one', expected: true }] })
})

t.test('the tolerant reader says what is missing', async t => {
  t.equal(tolerant('I would rather not.'), 'no-json')
  t.equal(tolerant(''), 'no-json')
  t.equal(tolerant(fenced(json).slice(0, 60)), 'bad-json')
  t.equal(tolerant(fenced(JSON.stringify({ cases }))), 'no-func')
  t.equal(tolerant(fenced(JSON.stringify({ func: ' ', cases }))), 'no-func')
  t.equal(tolerant(fenced(JSON.stringify({ func }))), 'no-cases')
  t.equal(tolerant(fenced(func, 'js')), 'no-cases')
})

t.test('the strict reader takes nothing but the first json block, as it stands', async t => {
  t.equal(strict(json), 'no-json')
  t.equal(strict(fenced(json, '')), 'no-json')
  t.equal(strict(fenced(json.replace('true', 'True'))), 'bad-json')
  t.equal(strict(fenced('null')), 'no-func')
  t.equal(strict(fenced(JSON.stringify({ func: [func], cases }))), 'no-func')
  t.equal(strict(fenced(JSON.stringify({ func, cases: 'none' }))), 'no-cases')
})

t.test('of upstream’s forty sample replies the strict reader loses three, the tolerant one none', { skip }, async t => {
  const replies: string[] = upstreamRows('data/qwen_autoif/eval_func_rft.jsonl').flatMap(row => row['gpt-answer'])
  const read = replies.map(reply => ({ strict: strict(reply), tolerant: tolerant(reply) }))
  t.equal(read.length, 40)
  t.equal(read.filter(each => each.strict === 'bad-json').length, 3)
  t.notOk(read.some(each => typeof each.tolerant === 'string'))
  const casesOf = (reply: unknown) => (typeof reply === 'string' ? [] : (reply as { cases: unknown[] }).cases)
  const both = read.filter(each => typeof each.strict !== 'string')
  // 15 of the 111 cases in replies that parse have "True" or "False" as a string.
  t.equal(both.flatMap(each => casesOf(each.tolerant)).length, 111)
  t.equal(both.flatMap(each => casesOf(each.strict)).length, 96)
})
