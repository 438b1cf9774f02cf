import t from 'tap'
import { alpaca } from '../../../lib/sinks/shapes/alpaca.ts'

const row = { prompt: 'p', response: 'r', lineage: { id: 'x', model: 'm', instruction: 'i', query: 'q' } }

t.test('alpaca has an empty input and an empty history', async t => {
  t.strictSame(alpaca(row), { instruction: 'p', input: '', output: 'r', history: [] })
})
