import t from 'tap'
import { gaugeMaterial } from '../../../lib/config/gauge/gauge-material.ts'
import { isProblem } from '../../../lib/records/door.ts'
import { readQuery } from '../../../lib/records/query-shapes.ts'

t.test('rows are conversations that the door reads, of some kilobytes each', async t => {
  const { rows, responses } = await gaugeMaterial()
  const lines = rows.toString().trimEnd().split('\n')
  t.ok(lines.length > 100)
  t.notOk(lines.map(line => readQuery(JSON.parse(line))).some(isProblem))
  t.ok(rows.length / lines.length > 1500 && rows.length / lines.length < 4000)
  t.ok(responses.every(text => text.split(' ').length > 100))
})

t.test('functions are in the language they are said to be in', async t => {
  const { functions } = await gaugeMaterial()
  t.ok(functions.javascript.length > 20)
  t.ok(functions.javascript.flat().every(code => /^(async )?function evaluate\(/m.test(code)))
  t.ok(functions.python.flat().every(code => /^def evaluate\(/m.test(code)))
})

t.test('prompts differ for as long as anybody measures', async t => {
  const { promptAt } = await gaugeMaterial()
  const prompts = Array.from({ length: 5000 }, (_, at) => promptAt(at))
  t.equal(new Set(prompts).size, prompts.length)
})
