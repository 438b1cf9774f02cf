import t from 'tap'
import { capped } from '../../../lib/sandbox/python/capped.ts'

const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
const customSection = [0, 3, 1, 0x78, 5]
const exporting = [7, 5, 1, 1, 0x6d, 2, 0]
// One memory of at least 1 and at most 65,536 pages, which takes three bytes to say.
const memory = [5, 6, 1, 1, 1, 0x80, 0x80, 4]

const wasm = (...sections: readonly number[][]) => Uint8Array.from([...header, ...sections.flat()])
const memoryOf = (bytes: Uint8Array<ArrayBuffer>) =>
  new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports.m as WebAssembly.Memory

t.test('the memory grows to the cap and no further', async t => {
  const { grow } = WebAssembly.Memory.prototype
  const given = wasm(customSection, memory, exporting)
  const limited = memoryOf(capped(given, 2))
  t.equal(grow.call(limited, 31), 1)
  t.throws(() => grow.call(limited, 1), RangeError)
  t.equal(grow.call(memoryOf(given), 100), 1, 'what was given is as it was')
})

t.test('a module without a memory of its own that has a maximum is refused', async t => {
  const refused = { code: 'AUTOIF_SANDBOX', message: /has no memory of its own/ }
  t.throws(() => capped(wasm(customSection), 2), refused)
  t.throws(() => capped(wasm([5, 3, 1, 0, 1]), 2), refused)
  t.throws(() => capped(wasm([5, 6, 1]), 2), refused)
})
