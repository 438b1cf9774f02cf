import t from 'tap'
import { stringList } from '../../lib/text/string-list.ts'

const forms: readonly (readonly [what: string, reply: string])[] = [
  ['bare JSON', '["Use no commas.", "Don\'t shout [ever]."]'],
  ['a fenced block', '```json\n["Use no commas.", "Don\'t shout [ever]."]\n```'],
  ['words around', 'Here: ["Use no commas.", "Don\'t shout [ever]."], as in [1].'],
  ['Python quotes', "['Use no commas.', \"Don't shout [ever].\"]"],
  ['Python quotes around an apostrophe', "So: ['Use no commas.', 'Don't shout [ever].']"],
  ['an object around', '{"instructions": ["Use no commas.", "Don\'t shout [ever]."]}'],
  ['a trailing comma', '["Use no commas.",\n "Don\'t shout [ever].",\n]'],
  ['numbered lines', "1. Use no commas.\n2. Don't shout [ever]."],
  ['bullets', 'They say:\n- "Use no commas."\n- "Don\'t shout [ever]."'],
]

for (const [what, reply] of forms) {
  t.test(`${what}: the strings are found`, async t =>
    t.strictSame(stringList(reply), ['Use no commas.', "Don't shout [ever]."]),
  )
}

t.test('strings are stripped and empty ones dropped', async t => {
  t.strictSame(stringList('[" a ", "", "b\\n"]'), ['a', 'b'])
})

t.test('what is no list of strings is none', async t => {
  for (const reply of ['', 'I cannot tell.', '[]', '[""]', '[1, 2]', '["a", 2]', '"a"', '["cut off', '{"a": "b"}']) {
    t.equal(stringList(reply), undefined, reply)
  }
})
