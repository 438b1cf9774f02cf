import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AutoifError } from '../../errors.ts'
import { fromPackage } from '../../package-folder.ts'
import { capped } from './capped.ts'
import { glue } from './glue.ts'

/** What every interpreter in this process is made of. Structured clone takes all of it, so that one thread may prepare it for others. */
export interface Parts {
  /** Of the pyodide package. */
  readonly version: string
  /** Pyodide's JavaScript as one script (see glue.ts). */
  readonly glue: string
  /** CPython, compiled once: V8 shares the machine code among all isolates of a process. */
  readonly module: WebAssembly.Module
  /** The standard library as a zip file. */
  readonly stdlib: Uint8Array
  /** Pyodide's list of packages, without a package. */
  readonly lock: object
  /** Python source that is run before the snapshot is taken. */
  readonly preload: string
}

/** A copy of bytes that the threads of a process can share. */
export const shared = (bytes: Uint8Array): Uint8Array => {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length))
  copy.set(bytes)
  return copy
}

const missing = (cause: unknown): AutoifError =>
  new AutoifError('AUTOIF_SANDBOX', 'the pyodide package, which runs Python verifiers, is not installed completely', {
    hint: 'Run "npm ci" again, or ask for JavaScript verifiers only.',
    cause,
  })

/** Reads and prepares Pyodide from its npm package; `memoryMb` is what Python may fill. Throws AUTOIF_SANDBOX when it is not there. */
export const readParts = (memoryMb: number): Parts => {
  try {
    const folder = dirname(fileURLToPath(import.meta.resolve('pyodide/package.json')))
    const read = (name: string): Buffer => readFileSync(join(folder, name))
    const readText = (name: string): string => read(name).toString('utf8')
    const { version } = JSON.parse(readText('package.json'))
    const { info } = JSON.parse(readText('pyodide-lock.json'))
    const preload = ['preload', 'harmless', 'runner']
      .map(name => readFileSync(fromPackage('lib', 'sandbox', 'python', `${name}.py`), 'utf8'))
      .join('\n')
    return {
      version,
      glue: glue(readText('pyodide.asm.mjs'), readText('pyodide.mjs')),
      module: new WebAssembly.Module(capped(read('pyodide.asm.wasm'), memoryMb)),
      stdlib: shared(read('python_stdlib.zip')),
      lock: { info, packages: {} },
      preload,
    }
  } catch (error) {
    throw AutoifError.is(error) ? error : missing(error)
  }
}
