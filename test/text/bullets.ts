import t from 'tap'
import { bullets } from '../../lib/text/bullets.ts'

t.test('the words around a list are not items', async t => {
  t.strictSame(
    bullets('Sure, here they are:\n\n- Use no commas.\n- End with a question.\n\nTell me if you want more.'),
    ['Use no commas.', 'End with a question.'],
  )
})

t.test('every kind of marker is read, at any depth and with any line end', async t => {
  t.strictSame(bullets('- a\r\n* b\r• c\n1. d\n12) e\n  - f'), ['a', 'b', 'c', 'd', 'e', 'f'])
})

t.test('a marker needs its space', async t => {
  t.strictSame(bullets('-a\n1.5 metres\n**bold** words\n--- x'), [])
})

const wrapped: readonly (readonly [line: string, item: string])[] = [
  ['- "Use no commas."', 'Use no commas.'],
  ['- **Use no commas.**', 'Use no commas.'],
  ['- **"Use no commas."**', 'Use no commas.'],
  ['- “Use no commas.”', 'Use no commas.'],
  ['- `Use no commas.`', 'Use no commas.'],
  ["- 'Don't use commas.'", "Don't use commas."],
  ['- ‘Don’t use commas.’', 'Don’t use commas.'],
  ['- "Yes" must be followed by "no"', '"Yes" must be followed by "no"'],
  ['- **Bold** the first and the **last**', '**Bold** the first and the **last**'],
  ["- 'a' before 'b'", "'a' before 'b'"],
]

for (const [line, item] of wrapped) t.test(`${line} is read as ${item}`, async t => t.strictSame(bullets(line), [item]))

t.test('items without a letter or digit are dropped', async t => {
  t.strictSame(bullets('- \n- ""\n- - -\n* * *\n- 5'), ['5'])
})
