import t from 'tap'
import { withLineage } from '../../../lib/sinks/shapes/lineage.ts'

t.test('the lineage stands under one field of its own', async t => {
  const lineage = { id: 'x', model: 'm', instruction: 'i', query: 'q', score: 9 }
  const shape = withLineage((row: { text: string; lineage: typeof lineage }) => ({ output: row.text }))
  t.strictSame(shape({ text: 't', lineage }), { output: 't', _autoif: lineage })
})
