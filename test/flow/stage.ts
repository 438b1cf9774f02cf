import t from 'tap'
import { isPlaced, isReject, place, reject } from '../../lib/flow/stage.ts'

t.test('a refusal carries its reason, and a detail when there is one', async t => {
  t.strictSame(reject('too-short', 3), { reject: 'too-short', detail: 3 })
  t.strictSame(reject('too-short'), { reject: 'too-short' })
  t.ok(isReject(reject('too-short')))
})

t.test('no record is taken for a refusal', async t => {
  for (const record of [{ query: 'reject' }, { rejected: 'x' }, { reject: ['a'] }, 'reject', null, undefined]) {
    t.notOk(isReject(record), JSON.stringify(record))
  }
})

t.test('a placed child is told from a record that looks like one', async t => {
  const record = { query: 'x' }
  const placed = place('q1', record)
  t.ok(isPlaced(placed))
  t.match(placed, { place: 'q1', record })
  t.notOk(isPlaced({ place: 'q1', record }))
  t.notOk(isPlaced(null))
})
