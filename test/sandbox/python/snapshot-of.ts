import t from 'tap'
import { snapshotOf } from '../../../lib/sandbox/python/snapshot-of.ts'
import { prepared } from '../../fixtures/python.ts'

t.test('the memory of a started interpreter is the same to the byte, in every process and time zone', async t => {
  const before = process.env.TZ
  process.env.TZ = 'Asia/Tokyo'
  t.teardown(() => {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  })
  t.equal(Buffer.compare(await snapshotOf(prepared.parts), prepared.snapshot), 0)
})
