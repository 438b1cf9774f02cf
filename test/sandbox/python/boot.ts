import ivm from 'isolated-vm'
import t from 'tap'
import { beginning, furnished } from '../../../lib/sandbox/python/furnished.ts'
import { prepared } from '../../fixtures/python.ts'

t.test('an interpreter that is sealed leaves nothing to build with', async t => {
  const isolate = new ivm.Isolate({ memoryLimit: 256 })
  t.teardown(() => isolate.dispose())
  const { context, given } = await furnished(isolate, prepared.parts, prepared.snapshot)
  const program = `${beginning}.then(({ python, memory, seal }) => {
    const before = python.runPython('1 + 1')
    const { constructor } = async () => {}
    seal()
    const named = ['WebAssembly', 'eval', 'Function', 'SharedArrayBuffer', 'Atomics', 'read', 'load', 'readbuffer']
    return {
      before,
      left: named.filter(name => name in globalThis),
      makers: [() => {}, async () => {}, function* () {}, async function* () {}].map(made => Object.hasOwn(Object.getPrototypeOf(made), 'constructor')),
      had: typeof constructor,
      pages: memory.buffer.byteLength / 65536,
      host: ['process', 'require', 'fetch', 'importScripts'].filter(name => name in globalThis),
      kept: '_loadSnapshot' in python._api.config,
    }
  })`
  t.same(await context.evalClosure(program, given, { result: { promise: true, copy: true } }), {
    before: 2,
    left: [],
    makers: [false, false, false, false],
    had: 'function',
    pages: 480,
    host: [],
    kept: false,
  })
})
