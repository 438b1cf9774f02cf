import t from 'tap'
import { ranking } from '../../../lib/sinks/shapes/ranking.ts'

const lineage = { id: 'x', model: 'm', instruction: 'i', query: 'q' }
const row = { prompt: 'p', chosen: 'c', rejected: 'r', lineage }

t.test('a ranking row holds both answers as strings', async t => {
  t.strictSame(ranking(row), { instruction: 'p', input: '', chosen: 'c', rejected: 'r' })
})
