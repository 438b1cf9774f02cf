import t from 'tap'
import { fences } from '../../lib/text/fences.ts'

t.test('blocks come in order with their language in lower case', async t => {
  t.strictSame(fences('One:\n```JSON\n{}\n```\ntwo\n```\nplain\n```'), [
    { language: 'json', body: '{}' },
    { language: '', body: 'plain' },
  ])
})

t.test('three backticks inside a line end nothing', async t => {
  const body = '{"func": "function evaluate(r) { return r.includes(\'```\') }",\n "x": "``` at the start"}'
  t.strictSame(fences(`\`\`\`json\n${body}\n\`\`\`\n`), [{ language: 'json', body }])
})

t.test('a longer fence holds a shorter one', async t => {
  t.strictSame(fences('````md\n```js\n1\n```\n````'), [{ language: 'md', body: '```js\n1\n```' }])
  t.strictSame(fences('~~~\n```\n~~~'), [{ language: '', body: '```' }])
})

t.test('an indented block loses the indentation of its fence and no more', async t => {
  t.strictSame(fences('1. So:\n   ```python\n   def f():\n       pass\n  x\n   ```'), [
    { language: 'python', body: 'def f():\n    pass\nx' },
  ])
})

t.test('a fence behind words counts when it names a language', async t => {
  t.strictSame(fences('Here it is: ```json\n[1]\n```'), [{ language: 'json', body: '[1]' }])
  t.strictSame(fences('Write ``` around code'), [])
})

t.test('a block that is never closed runs to the end', async t => {
  t.strictSame(fences('```json\r\n{\r\n"a": 1'), [{ language: 'json', body: '{\n"a": 1' }])
})
