import { runInNewContext } from 'node:vm'
import t from 'tap'
import { glue } from '../../../lib/sandbox/python/glue.ts'

const asm = `async function _createPyodideModule() {
  var initRandomFill=()=>{return crypto};
  function _Py_CheckEmscriptenSignals_Helper(){return buffer[0]}
  return { random: initRandomFill(), helper: _Py_CheckEmscriptenSignals_Helper, url: import.meta.url, WebAssembly, FinalizationRegistry }
}
const later = () => import('node:fs')
export default _createPyodideModule;
`
const loader = "var o=1,p='2';const load=()=>import('node:url');export{load as loadPyodide,p as version};"

t.test('two modules become one script, which is given what it may use', async t => {
  const script = runInNewContext(glue(asm, loader)) as (...given: unknown[]) => {
    create: () => Promise<Record<string, unknown>>
    load: () => unknown
  }
  const wasm = {}
  const random = () => {}
  let ticks = 0
  const { create, load } = script(wasm, random, () => ++ticks)
  const made = await create()
  t.equal(made.WebAssembly, wasm)
  t.equal(made.random, random)
  t.equal((made.helper as () => number)(), 1, 'a tick is asked for, not a buffer')
  t.equal(made.url, 'file:///pyodide/')
  t.throws(() => load(), { message: 'there are no modules here' })
})

t.test('a Pyodide that reads otherwise is refused by name', async t => {
  t.throws(() => glue(asm.replace('initRandomFill', 'fill'), loader), {
    code: 'AUTOIF_SANDBOX',
    message: /pyodide\.asm\.mjs does not read as this program expects/,
    hint: /npm ci/,
  })
  t.throws(() => glue(asm, 'export default 1'), { code: 'AUTOIF_SANDBOX', message: /pyodide\.mjs/ })
})
