import { readFileSync } from 'node:fs'
import t from 'tap'
import { fromPackage } from '../../../lib/package-folder.ts'
import { readParts, shared } from '../../../lib/sandbox/python/parts.ts'

t.test('everything is read from the pyodide package and our own Python', async t => {
  const parts = readParts(64)
  const { version } = JSON.parse(readFileSync(fromPackage('node_modules', 'pyodide', 'package.json'), 'utf8'))
  t.equal(parts.version, version)
  t.equal(Buffer.from(parts.stdlib.subarray(0, 2)).toString(), 'PK')
  t.match(parts.lock, { info: { arch: 'wasm32' }, packages: {} })
  t.match(parts.preload, /ENTRY = /)
  t.ok(WebAssembly.Module.exports(parts.module).some(({ name }) => name === 'PyObject_Call'))
})

t.test('threads can be given it without a copy of the large ones', async t => {
  const parts = readParts(64)
  const cloned = structuredClone(parts)
  t.equal(cloned.glue, parts.glue)
  cloned.stdlib[0] = 1
  t.equal(parts.stdlib[0], 1)
})

t.test('shared bytes are a copy', async t => {
  const given = Uint8Array.of(1, 2)
  const copy = shared(given)
  copy[0] = 9
  t.same([...given, ...copy], [1, 2, 9, 2])
})
