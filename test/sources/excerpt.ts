import t from 'tap'
import { excerpt } from '../../lib/sources/excerpt.ts'

t.test('a short line is shown whole, a long one cut between two characters', async t => {
  t.equal(excerpt(Buffer.from('{"a":')), '{"a":')
  t.equal(excerpt(Buffer.from(`a${'é'.repeat(150)}`)), `a${'é'.repeat(99)}…`)
  t.equal(excerpt(Buffer.from([0x61, 0xff, 0x62])), 'a\ufffdb')
})
