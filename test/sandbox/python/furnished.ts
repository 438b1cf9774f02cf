import ivm from 'isolated-vm'
import t from 'tap'
import { furnished } from '../../../lib/sandbox/python/furnished.ts'
import { readParts } from '../../../lib/sandbox/python/parts.ts'

t.test('what the isolate does to its memory nobody else sees', async t => {
  const isolate = new ivm.Isolate()
  t.teardown(() => isolate.dispose())
  const parts = readParts(64)
  const snapshot = Uint8Array.of(1, 2, 3)
  const { context, given } = await furnished(isolate, parts, snapshot)
  const program = `for (const at of [2, 4]) new Uint8Array(arguments[at]).fill(7)
    return [typeof $0, $1 instanceof WebAssembly.Module, $2 instanceof ArrayBuffer, $3.packages, $4 instanceof ArrayBuffer]`
  const seen = await context.evalClosure(program, given, { result: { copy: true } })
  t.same(seen, ['function', true, true, {}, true])
  t.same([...snapshot], [1, 2, 3])
  t.equal(parts.stdlib[0], 0x50)
})
