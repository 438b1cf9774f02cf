import t from 'tap'
import { weigh } from '../../lib/flow/weigh.ts'

t.test('a text weighs its characters and bytes weigh their number, so that long answers count', async t => {
  t.equal(weigh('abcde'), 5)
  t.equal(weigh(new Uint8Array(1000)), 1000)
  t.equal(weigh('x'.repeat(10_000)) - weigh(''), 10_000)
})

t.test('a record weighs what is in it, however deep', async t => {
  const flat = weigh({ a: 'x'.repeat(100) })
  t.ok(flat >= 100 && flat < 200)
  t.ok(weigh([{ graded: [{ text: 'x'.repeat(5000) }, { text: 'y'.repeat(5000) }] }]) > 10_000)
})

t.test('what is nothing still weighs something, so that millions of it are seen', async t => {
  for (const value of [null, undefined, true, 7, Symbol('stop'), {}, []]) t.ok(weigh(value) > 0, String(typeof value))
})
