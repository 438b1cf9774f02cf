import t from 'tap'
import { js } from '../../../lib/models/rehearsal/source.ts'
import { compiled } from '../../fixtures/families.ts'

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
})
