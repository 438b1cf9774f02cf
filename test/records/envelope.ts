import t from 'tap'
import { Batch, type Envelope } from '../../lib/records/envelope.ts'

t.test('a batch is told from a record that merely looks like one', async t => {
  const envelopes: Envelope[] = [{ id: 'a', record: {} }]
  const batch = new Batch(envelopes)
  t.equal(batch.envelopes, envelopes)
  t.notOk({ envelopes } instanceof Batch)
})
