import t from 'tap'
import { repairedJson } from '../../lib/text/json-repair.ts'

t.test('valid JSON is read as it stands', async t => {
  t.strictSame(repairedJson(' {"a": [1, "\\b", null]} '), { a: [1, '\b', null] })
  t.equal(repairedJson('null'), null)
})

const raw = String.raw
const repairs: readonly (readonly [what: string, text: string, value: unknown])[] = [
  ['Python constants', '{"a": True, "b": False, "c": None}', { a: true, b: false, c: null }],
  ['Python constants inside strings', '{"a": "True, None", "b": True}', { a: 'True, None', b: true }],
  ['Python quotes', `{'a': 'say "hi"', 'b': "it's"}`, { a: 'say "hi"', b: "it's" }],
  ['an apostrophe in Python quotes', "['Don't shout', 'b']", ["Don't shout", 'b']],
  ['an escaped apostrophe in Python quotes', raw`['Don\'t shout', 'b']`, ["Don't shout", 'b']],
  ['a regular expression', raw`{"a": "/\d+\s/"}`, { a: raw`/\d+\s/` }],
  ['a word boundary beside it', raw`{"a": "/\b\w+\b/"}`, { a: raw`/\b\w+\b/` }],
  ['valid escapes beside it', raw`{"a": "\\d \n \u0041 \d \u12"}`, { a: `${raw`\d`} \n A ${raw`\d \u12`}` }],
  ['needlessly escaped apostrophes', raw`{"a": "split(\' \')"}`, { a: "split(' ')" }],
  ['an escaped apostrophe that is code', raw`{"a": "replace('\'', '')"}`, { a: raw`replace('\'', '')` }],
  ['raw line ends in a string', '{"a": "one\ntwo\tthree"}', { a: 'one\ntwo\tthree' }],
  ['a control character in a string', '{"a": "\x01"}', { a: '\x01' }],
  ['trailing commas', '{"a": [1, 2,],}', { a: [1, 2] }],
  ['a missing comma', '{"a": 1\n"b": 2}', { a: 1, b: 2 }],
  ['a comment', '{"a": 1, // one\n"b": "http://x"}', { a: 1, b: 'http://x' }],
  ['typographic quotes', '{“a”: “b”}', { a: 'b' }],
  ['a triple-quoted value', '{"a": """x = "1"\ny""", "b": 1}', { a: 'x = "1"\ny', b: 1 }],
  ['an unescaped docstring', '{"a": "def f():\\n  """Doc."""", "b": 1}', { a: 'def f():\n  """Doc."""', b: 1 }],
  ['a missing last bracket', '{"a": [{"b": 1}', { a: [{ b: 1 }] }],
]

for (const [what, text, value] of repairs) {
  t.test(`${what}: read as meant`, async t => t.strictSame(repairedJson(text), value))
}

const unreadable: readonly (readonly [what: string, text: string])[] = [
  ['prose', 'I cannot write that function.'],
  ['prose that starts with a bracket', '[Query] was unclear.'],
  ['a text cut off inside a string', '["Use no commas.", "Use no sem'],
  ['a text cut off after a colon', '{"a": 1, "b":'],
  ['a string with quotes nobody can place', '{"a": "he said "x": y, "z""}'],
  ['nesting deeper than the stack', `${'['.repeat(100_000)}"${']'.repeat(100_000)}`],
  ['more quotes than can be tried in a moment', `[${'a "b c: d, e\n'.repeat(2000)}]`],
  ['nothing', ''],
]

for (const [what, text] of unreadable) {
  t.test(`${what}: not guessed at`, async t => t.equal(repairedJson(text), undefined))
}
