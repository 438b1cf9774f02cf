import t from 'tap'
import { AutoifError } from '../../lib/errors.ts'
import { isClosedPipe } from '../../lib/sinks/closed-pipe.ts'

t.test('a reader that has gone is told from a sink that failed', async t => {
  t.ok(isClosedPipe(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })))
  t.ok(isClosedPipe(Object.assign(new Error('closed'), { code: 'ERR_STREAM_PREMATURE_CLOSE' })))
  t.notOk(isClosedPipe(Object.assign(new Error('full'), { code: 'ENOSPC' })))
  t.notOk(isClosedPipe(new AutoifError('AUTOIF_SINK', 'cannot write')))
  t.notOk(isClosedPipe('EPIPE'))
})
