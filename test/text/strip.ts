import t from 'tap'
import { strip } from '../../lib/text/strip.ts'

t.test('white space goes at both ends and stays inside', async t => {
  t.equal(strip(' \t\r\n\v\f a  b \u3000\u2029'), 'a  b')
  t.equal(strip(' \n '), '')
  t.equal(strip(''), '')
})

t.test('where Python and JavaScript disagree it does as Python', async t => {
  t.equal(strip('\x1c\x1f\x85a\x85'), 'a')
  t.equal(strip('\ufeffa'), '\ufeffa')
})
