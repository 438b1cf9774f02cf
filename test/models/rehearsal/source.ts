import t from 'tap'
import { js, py } from '../../../lib/models/rehearsal/source.ts'
import { compiled } from '../../fixtures/verdicts.ts'

t.test('a body becomes a function, whatever its depth', async t => {
  const code = js`
          for (const word of response.split(/\s+/)) {
            if (word === 'x') return true
          }
          return false`
  t.equal(
    code,
    "function evaluate(response) {\n  for (const word of response.split(/\\s+/)) {\n    if (word === 'x') return true\n  }\n  return false\n}",
  )
  t.equal(compiled(code)('a x'), true)
})

t.test('a body of one line stays one', async t => {
  t.equal(
    js`return response.length > {{count}}`,
    'function evaluate(response) {\n  return response.length > {{count}}\n}',
  )
  t.equal(py`return len(response) > {{count}}`, 'def evaluate(response):\n    return len(response) > {{count}}')
})

t.test('a Python body is indented as deep as Python wants it, and its empty lines stay empty', async t => {
  t.equal(
    py`
        import re

        if re.search(r"\d", response):
            return False
        return True`,
    'def evaluate(response):\n    import re\n\n    if re.search(r"\\d", response):\n        return False\n    return True',
  )
})

t.test('what defines evaluate itself is taken as it stands', async t => {
  t.equal(
    py`
      import re

      def words(text):
          return re.findall(r"\w+", text)

      def evaluate(response: str) -> bool:
          return len(words(response)) > 2`,
    'import re\n\ndef words(text):\n    return re.findall(r"\\w+", text)\n\ndef evaluate(response: str) -> bool:\n    return len(words(response)) > 2',
  )
})
