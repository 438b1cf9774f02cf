import ivm from 'isolated-vm'
import type { Cell } from './cells.ts'
import { harness, type Readings } from './harness.ts'
import { instant, stillness } from './stillness.ts'

const asStatements = (source: string): string =>
  `(function () {${source}\n;return typeof evaluate === 'function' ? evaluate : undefined})`

const asExpression = (source: string): string => `(function () {return (${source.replace(/[\s;]+$/, '')}\n)})`

const exporting = /^[ \t]*export[ \t]+(?:\{[^}]*\}[ \t]*;?|default[ \t]+)?/gm

/** The readings of a source, the likeliest first; without its `export` words only where it cannot be read with them. */
const readingsOf = (source: string): Readings => {
  const bare = source.replace(exporting, '')
  const sources = bare === source ? [source] : [source, bare]
  return { statements: sources.map(asStatements), expressions: sources.map(asExpression) }
}

// The directive stands in a text of its own, where no tool can take it for one too many.
const program = `'use strict'; return (${harness})($0, (${stillness})($1))`

/**
 * A JavaScript function in an isolate of its own, with a heap of `memoryMb` (isolated-vm wants at least 8).
 * Opening it runs none of its code.
 */
export const openJavascript = (source: string, memoryMb: number): Cell => {
  const isolate = new ivm.Isolate({ memoryLimit: memoryMb })
  const run = isolate
    .createContextSync()
    .evalClosureSync(program, [readingsOf(source), instant], { arguments: { copy: true }, result: { reference: true } })
  return {
    run: (inputs, wallMs) => {
      try {
        // Only a synchronous call runs on this very thread, whose CPU time the caller reads. It is also the only call that may
        // be made once foreign code has run: any other ends by carrying out what a rejected promise holds, getters and all.
        run.applySync(undefined, [inputs.copyInto()], { timeout: wallMs })
      } catch (thrown) {
        if (typeof thrown === 'string') return thrown
        if (isolate.isDisposed) return { stopped: 'M' }
        if (String((thrown as Error).message).startsWith('Script execution timed out')) return { stopped: 'X' }
        throw thrown
      }
      throw new TypeError('the harness came back without a word')
    },
    dispose: () => {
      if (!isolate.isDisposed) isolate.dispose()
    },
  }
}
