import t from 'tap'
import { trlPreference } from '../../../lib/sinks/shapes/trl-preference.ts'

const lineage = { id: 'x', model: 'm', instruction: 'i', query: 'q' }
const row = { prompt: 'p', chosen: 'c', rejected: 'r', lineage }

t.test('a TRL preference has its prompt apart and one assistant turn for each answer', async t => {
  t.strictSame(trlPreference(row), {
    prompt: [{ role: 'user', content: 'p' }],
    chosen: [{ role: 'assistant', content: 'c' }],
    rejected: [{ role: 'assistant', content: 'r' }],
  })
})
