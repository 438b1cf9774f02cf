import t from 'tap'
import { fault, isFault, late } from '../../lib/models/faults.ts'

const withCode = (code: string) => Object.assign(new Error('words'), { code })

t.test('no connection is told from a cut one', async t => {
  for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'CERT_HAS_EXPIRED']) {
    t.match(fault(withCode(code)), { fault: 'unreachable', words: code })
  }
  for (const code of ['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE']) {
    t.match(fault(withCode(code)), { fault: 'cut', words: new RegExp(code) })
  }
})

t.test('several addresses refused are one server out of reach', async t => {
  const both = Object.assign(new AggregateError([withCode('ECONNREFUSED')], ''), { code: 'ECONNREFUSED' })
  t.match(fault(both), { fault: 'unreachable', cause: both })
})

t.test('time up and half a JSON have words of their own', async t => {
  t.match(fault(late(2500)), { fault: 'late', words: 'no answer within 2.5 s' })
  t.match(fault(new SyntaxError('Unexpected end')), { fault: 'garbled', words: /not JSON/ })
})

t.test('an answer is no fault', async t => {
  t.equal(isFault({ status: 500 }), false)
  t.equal(isFault(fault(new Error('x'))), true)
})
