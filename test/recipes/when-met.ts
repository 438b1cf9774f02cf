import t from 'tap'
import { whenMet } from '../../lib/recipes/when-met.ts'
import type { DpoRow } from '../../lib/records/rows.ts'
import { basket, stageOf } from '../fixtures/flow.ts'
import { visit } from '../fixtures/visit.ts'

const row = (prompt: string): DpoRow => ({
  prompt,
  chosen: 'yes',
  rejected: 'no',
  lineage: { id: prompt, model: 'teacher', instruction: prompt, query: '' },
})
const pair = stageOf<{ instruction: string }, string>(async ({ instruction }) => instruction, { name: 'pair' })

t.test('rows leave when their instruction meets a query, and those of the others never do', async t => {
  const sink = basket<DpoRow>()
  const met = whenMet(sink)
  for (const prompt of ['a', 'b', 'a']) await met.sink?.write(row(prompt))
  t.equal(sink.rows.length, 0)
  t.equal(await visit(met.by(pair), { instruction: 'a' }), 'a')
  t.same(
    sink.rows.map(({ prompt }) => prompt),
    ['a', 'a'],
  )
  await visit(met.by(pair), { instruction: 'a' })
  await met.sink?.close(true)
  t.equal(sink.rows.length, 2)
})

t.test('where nobody wants them the stage is the stage', async t => {
  const met = whenMet(undefined)
  t.equal(met.sink, undefined)
  t.equal(met.by(pair), pair)
})
