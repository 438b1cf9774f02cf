import { runInNewContext } from 'node:vm'
import t from 'tap'
import { world } from '../../../lib/sandbox/python/world.ts'

const told = (expression: string): unknown =>
  JSON.parse(runInNewContext(`(${world})(); JSON.stringify(${expression})`) as string)

t.test('texts become bytes and bytes texts', async t => {
  t.same(told("[...new TextEncoder().encode('hé😀\\ud800')]"), [104, 195, 169, 240, 159, 152, 128, 0xef, 0xbf, 0xbd])
  t.equal(told('new TextDecoder().decode(new Uint8Array([104, 195, 169, 240, 159, 152, 128]))'), 'hé😀')
  t.equal(told("new TextDecoder('utf8').decode(new Uint8Array([255, 65]))"), '\ufffdA')
  t.equal(told("new TextDecoder('utf-16le').decode(new Uint8Array([65, 0, 61, 216, 0, 222]))"), 'A😀')
  t.equal(told("new TextDecoder('ascii').decode(new Uint8Array(100000).fill(65)).length"), 100_000)
  t.equal(told('new TextDecoder().decode(new Uint8Array([0, 65, 66, 0]).subarray(1, 3))'), 'AB')
})

t.test('text is written into what is given', async t => {
  t.same(told("(into => [new TextEncoder().encodeInto('é', into), ...into])(new Uint8Array(3))"), [
    { read: 1, written: 2 },
    195,
    169,
    0,
  ])
})

t.test('it lies at Greenwich, wherever the machine stands', async t => {
  const before = process.env.TZ
  t.teardown(() => {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  })
  process.env.TZ = 'Asia/Tokyo'
  t.equal(told('new Date(2024, 0, 1, 5).toISOString()'), '2024-01-01T05:00:00.000Z')
  t.same(told('[new Date(0).getHours(), new Date(0).getTimezoneOffset(), new Date(7).getTime()]'), [0, 0, 7])
})

t.test('no clock runs, and nothing happens later', async t => {
  t.equal(told('performance.now()'), 0)
  t.equal(told('(() => { let ran = 0; setTimeout(() => ran++, 0); setImmediate(() => ran++); return ran })()'), 0)
})
