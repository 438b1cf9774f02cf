import t from 'tap'
import { startChild } from '../../lib/sandbox/supervisor.ts'

const work = (source: string) => ({ functions: [source], inputs: ['a'], wallMs: 1000, memoryMb: 32 })
const limits = { threads: 1, residentMb: 1000 }

t.test('a child answers', async t => {
  const child = startChild(limits)
  t.type(await child.born, 'boolean')
  t.same(await child.run(work('r => r === "a"'), 30_000), { gradings: [{ outcomes: 'T' }] })
  t.equal(child.doomed, false)
  child.kill('enough')
  await child.gone
})

t.test('a child that is overdue is killed, and everybody it had is told why', async t => {
  const child = startChild({ ...limits, threads: 2 })
  await child.born
  const stuck = work('() => Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 1)')
  const replies = await Promise.all([child.run(stuck, 200), child.run(stuck, 60_000)])
  t.same(replies, Array(2).fill({ died: 'it gave no answer for 200 ms' }))
  t.equal(child.doomed, true)
  await child.gone
})

t.test('a child is not blamed when it was the parent that slept', async t => {
  const child = startChild(limits)
  await child.born
  const reply = child.run(work('() => true'), 500)
  await new Promise(resolve => setTimeout(resolve, 100))
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 800)
  t.same(await reply, { gradings: [{ outcomes: 'T' }] })
  child.kill('enough')
})

t.test('a child that grows too large is killed', async t => {
  const child = startChild({ ...limits, residentMb: 300 })
  await child.born
  const growing = { ...work('() => { const kept = []; while (true) kept.push({}) }'), wallMs: 60_000, memoryMb: 4000 }
  t.match(await child.run(growing, 60_000), { died: /^it grew to \d+ MB$/ })
})

t.test('a child that dies by itself says of what', async t => {
  const child = startChild(limits)
  await child.born
  const bomb = work('() => "x".repeat(2 ** 28).split("").length > 0')
  t.match(await child.run(bomb, 60_000), { died: /^it (was ended by SIG|grew to)/ })
})

t.test('a child that never gets ready leaves an error of the sandbox', async t => {
  const child = startChild(limits)
  child.kill('a test wanted it')
  await t.rejects(child.born, {
    code: 'AUTOIF_SANDBOX',
    message: /before it was ready: a test wanted it/,
    hint: /doctor/,
  })
  await child.gone
})
