import { getEventListeners } from 'node:events'
import t from 'tap'
import { following } from '../../lib/models/following.ts'

t.test('fires with the reason of the signal it follows, also when that fired before', async t => {
  const parent = new AbortController()
  const early = following(parent.signal)
  t.equal(early.signal.aborted, false)
  parent.abort('enough')
  t.equal(early.signal.reason, 'enough')
  t.equal(following(parent.signal).signal.reason, 'enough')
})

t.test('fires alone without touching the signal it follows', async t => {
  const parent = new AbortController()
  const own = following(parent.signal)
  own.abort('mine')
  t.equal(own.signal.reason, 'mine')
  t.equal(parent.signal.aborted, false)
})

t.test('leaves nothing on the signal it followed', async t => {
  const parent = new AbortController()
  following(parent.signal).release()
  t.equal(getEventListeners(parent.signal, 'abort').length, 0)
})
