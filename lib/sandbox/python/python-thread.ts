import type { Cell } from '../cells.ts'
import { type Interpreter, startInterpreter } from './interpreter.ts'
import type { Prepared } from './prepare-python.ts'

// A bare loop makes 700 ticks in a millisecond: half the time is left for slower machines, so that ticks, and not the
// clock, decide what has taken too long.
const ticksPerMs = 350

/** What one thread of the pool needs in order to run Python verifiers. */
export interface PythonThread {
  /**
   * Settles when an interpreter stands ready, which takes 0.2 s of computing at first and after a verifier that had to be
   * stopped inside a built-in. To be awaited before each task that holds Python, outside the task's clock.
   */
  ready(): Promise<void>
  /** A function as a cell. All cells of a thread are views of one interpreter: they cost nothing and need not be kept. */
  open(source: string): Cell
  dispose(): void
}

/** Runs Python verifiers in this thread. `timeoutMs` of computing is what one function may take for one input. */
export const openPython = ({ parts, snapshot }: Prepared, timeoutMs: number): PythonThread => {
  let current: Interpreter | undefined
  let coming: Promise<Interpreter> | undefined

  const next = (): Promise<Interpreter> => {
    coming ??= startInterpreter(parts, snapshot)
    // Whoever needs it will hear of it.
    coming.catch(() => {})
    return coming
  }

  return {
    ready: async () => {
      if (current && !current.worn) return
      current?.dispose()
      current = undefined
      try {
        current = await next()
      } finally {
        coming = undefined
      }
    },
    open: source => ({
      run: (inputs, wallMs) => {
        if (!current) throw new TypeError('no Python interpreter stands ready')
        const said = current.run(source, inputs, timeoutMs * ticksPerMs, wallMs)
        // No spare is kept, which would be another 90 MB for a rare case, but the next one starts before it is asked for.
        if (current.worn) void next()
        return said
      },
      dispose: () => {},
    }),
    dispose: () => {
      current?.dispose()
      current = undefined
      coming?.then(
        late => late.dispose(),
        () => {},
      )
    },
  }
}
