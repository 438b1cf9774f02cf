import t from 'tap'
import { labels } from '../../lib/records/records.ts'

t.test('labels stand in the order that breaks ties', async t => {
  t.strictSame(labels, ['entailment', 'neutral', 'contradiction'])
})
