import ivm from 'isolated-vm'
import { instant, stillness } from '../stillness.ts'
import { boot } from './boot.ts'
import type { Parts } from './parts.ts'
import { world } from './world.ts'

/**
 * How every program begins that is run in a furnished isolate: it ends in a promise of a Booted, and has `now`, the real
 * clock, and `restart`, which starts Math.random over.
 */
export const beginning = `'use strict'
const { WebAssembly, Date: { now } } = globalThis;
(${world})()
const restart = (${stillness})(${instant})
return (${boot})(WebAssembly, { glue: $0, module: $1, stdlib: $2, lock: $3, snapshot: $4 })`

// What an isolate gets is a copy of its own: memory shared with it would be shared with whatever runs in it.
const copied = (bytes: Uint8Array) =>
  new ivm.ExternalCopy(bytes.slice().buffer, { transferOut: true }).copyInto({ release: true, transferIn: true })

/** An isolate's context, and the five arguments that a program with the `beginning` takes. */
export const furnished = async (isolate: ivm.Isolate, parts: Parts, snapshot?: Uint8Array) => {
  const context = await isolate.createContext()
  const script = await isolate.compileScript(parts.glue, { filename: 'pyodide' })
  const glue = await script.run(context, { reference: true })
  script.release()
  const given = [
    glue.derefInto({ release: true }),
    // Unless it is released, V8 waits for the module when the process exits.
    new ivm.ExternalCopy(parts.module).copyInto({ release: true }),
    copied(parts.stdlib),
    new ivm.ExternalCopy(parts.lock).copyInto({ release: true }),
    snapshot && copied(snapshot),
  ]
  return { context, given }
}
