import { AutoifError } from '../../errors.ts'

type Change = readonly [from: string | RegExp, to: string]

const rewritten = (file: string, text: string, changes: readonly Change[]): string =>
  changes.reduce((text, [from, to]) => {
    const changed = text.replace(from, to)
    if (changed !== text) return changed
    throw new AutoifError(
      'AUTOIF_SANDBOX',
      `Pyodide's ${file} does not read as this program expects: no ${from} in it`,
      {
        hint: 'Install the version of the pyodide package that package.json names ("npm ci").',
      },
    )
  }, text)

// An isolate has scripts only: no imports, no address of its own.
const noImport: Change = [/\bimport\(/g, 'nowhere(']
const noAddress: Change = [/\bimport\.meta\.url\b/g, '"file:///pyodide/"']

/**
 * Pyodide's two ES modules as one script: an expression whose value is `(WebAssembly, random, tick) => { create, load }`.
 * `random` fills a view with bytes. `tick` is called now and then while Python runs; it may throw, and 2 raises an interrupt in Python.
 */
export const glue = (asm: string, loader: string): string => {
  const create = rewritten('pyodide.asm.mjs', asm, [
    noImport,
    noAddress,
    ['var initRandomFill=()=>{', 'var initRandomFill=()=>{return random;'],
    // The original looks into a buffer that another thread writes to, and swallows whatever is thrown on the way.
    ['function _Py_CheckEmscriptenSignals_Helper(){', 'function _Py_CheckEmscriptenSignals_Helper(){return tick();'],
    [/export default _createPyodideModule;?/, 'return _createPyodideModule'],
  ])
  const load = rewritten('pyodide.mjs', loader, [
    noImport,
    [/export\{(\w+) as loadPyodide,\w+ as version\};?/, 'return $1'],
  ])
  return `((WebAssembly, random, tick) => {
const nowhere = () => { throw new Error('there are no modules here') }
class FinalizationRegistry { register() {} unregister() {} }
return { create: (() => {${create}\n})(), load: (() => {${load}\n})() }
})`
}
