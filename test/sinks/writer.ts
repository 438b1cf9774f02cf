import { Writable } from 'node:stream'
import t from 'tap'
import { isClosedPipe } from '../../lib/sinks/closed-pipe.ts'
import { writer } from '../../lib/sinks/writer.ts'

const chunk = Buffer.from('x'.repeat(10))

// Takes a chunk only when told to.
const gate = () => {
  const waiting: ((error?: Error) => void)[] = []
  const writable = new Writable({ highWaterMark: 15, write: (_chunk, _encoding, done) => void waiting.push(done) })
  const take = async (error?: Error): Promise<void> => {
    waiting.shift()?.(error)
    await new Promise(resolve => setImmediate(resolve))
  }
  return { writable, take }
}

t.test('a full stream is waited for, by everyone who writes to it', async t => {
  const { writable, take } = gate()
  const { send, settled } = writer(writable, 'out')
  t.equal(send(chunk), undefined)
  const room = [send(chunk), send(chunk)]
  let free = 0
  for (const promise of room) void promise?.then(() => free++)
  await take()
  t.equal(free, 0)
  await take()
  await take()
  t.equal(free, 2)
  await settled()
})

t.test('settled waits until everything is taken', async t => {
  const { writable, take } = gate()
  const { send, settled } = writer(writable, 'out')
  send(chunk)
  let done = false
  const all = settled().then(() => {
    done = true
  })
  await new Promise(resolve => setImmediate(resolve))
  t.notOk(done)
  await take()
  await all
})

t.test('an error rejects those who wait and those who come later, and is never uncaught', async t => {
  const { writable, take } = gate()
  const { send, settled } = writer(writable, 'rows.jsonl')
  send(chunk)
  const waits = send(chunk)
  void take(Object.assign(new Error('no room'), { code: 'ENOSPC' }))
  const expected = { code: 'AUTOIF_SINK', message: 'cannot write rows.jsonl: no room', hint: /Make room/ }
  await t.rejects(waits ?? Promise.resolve(), expected)
  await t.rejects(send(chunk) ?? Promise.resolve(), expected)
  await t.rejects(settled(), expected)
})

t.test('a reader that goes away is a closed pipe', async t => {
  for (const code of ['EPIPE', undefined]) {
    const { writable } = gate()
    const { send } = writer(writable, 'stdout')
    send(chunk)
    const waits = send(chunk) ?? Promise.resolve()
    writable.destroy(code ? Object.assign(new Error('write EPIPE'), { code }) : undefined)
    const error = await waits.catch((reason: unknown) => reason)
    t.ok(isClosedPipe(error), `${error}`)
  }
})
