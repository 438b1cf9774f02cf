import { availableParallelism } from 'node:os'
import { functionGroups, inputRuns } from './batches.ts'
import { Dispatcher } from './dispatcher.ts'
import { grader } from './grader.ts'
import type { Grading, Sandbox } from './sandbox.ts'
import { type SandboxTally, tallyOf } from './tally.ts'

export const defaults = {
  /** Threads that run verifiers. Four do some 200,000 verdicts a second, which is more than a model server gives work for. */
  threads: Math.max(1, Math.min(4, availableParallelism())),
  /** Milliseconds of computing one function may take for one input. Upstream gives 5,000 of the wall clock; a real verifier takes 0.02. */
  timeoutMs: 1000,
  /** Megabytes of heap one function may fill; isolated-vm wants at least 8. A response and what is split from it take well under one. */
  memoryMb: 64,
  /** Milliseconds past its clock that a task has to answer before the child is killed: time to open sixteen isolates on a busy machine. */
  graceMs: 1000,
  /** Megabytes of resident memory past which the child is replaced: four threads at honest work hold 800, and V8 lets a heap overshoot. */
  residentMb: 1536,
}

export interface OpenedSandbox extends Sandbox {
  readonly tally: SandboxTally
  /** What stands between a verifier and the host here, in words, with what this system does not offer. */
  readonly layers: readonly string[]
  /** Ends the child; whatever is not answered yet is rejected with AUTOIF_SANDBOX. Nothing keeps the process alive afterwards. */
  close(): Promise<void>
}

const joined = (parts: readonly Grading[]): Grading => {
  const outcomes = parts.map(part => part.outcomes).join('')
  const message = parts.find(part => part.message !== undefined)?.message
  return message === undefined ? { outcomes } : { outcomes, message }
}

/**
 * A sandbox for JavaScript verifiers. Its child process is started by the first `grade`, which throws AUTOIF_SANDBOX when
 * there can be none. An aborted `grade` rejects with the signal's reason.
 */
export const openSandbox = async (options: Partial<typeof defaults> = {}): Promise<OpenedSandbox> => {
  const { threads, timeoutMs, memoryMb, graceMs, residentMb } = { ...defaults, ...options }
  const quarantined = new Map<string, string>()
  const dispatcher = new Dispatcher({ threads, graceMs, residentMb, barred: quarantined })
  const { tally, count } = tallyOf(() => dispatcher.restarts, quarantined)

  const grade: Sandbox['grade'] = async (functions, inputs, signal) => {
    signal?.throwIfAborted()
    const owner = {}
    const abort = (): void => dispatcher.drop(owner, signal?.reason)
    signal?.addEventListener('abort', abort, { once: true })
    const graded = grader({ run: task => dispatcher.run(owner, task), quarantined, timeoutMs, memoryMb })
    try {
      const runs = await Promise.all(
        inputRuns(inputs).map(async run => {
          const groups = functionGroups(functions, run.length)
          return (await Promise.all(groups.map(group => graded(group, run)))).flat()
        }),
      )
      const gradings = functions.map((_, at) => joined(runs.map(run => run[at] as Grading)))
      count(gradings)
      return gradings
    } finally {
      signal?.removeEventListener('abort', abort)
    }
  }

  return {
    lanes: threads * 2,
    grade,
    tally,
    get layers() {
      const { expendable } = dispatcher
      return [
        'a supervised child process without environment',
        `${threads} Piscina ${threads === 1 ? 'thread' : 'threads'}`,
        `an isolated-vm isolate for each verifier (${memoryMb} MB, ${timeoutMs} ms)`,
        `the child is replaced past ${residentMb} MB`,
        ...(expendable === undefined
          ? []
          : [`${expendable ? '' : 'NOT in force: '}the system takes the child first when memory runs out`]),
        // Every isolate maps 512 MB of code space for writing, which RLIMIT_DATA counts: a cap that binds kills at birth.
        'NOT in force: a cap on memory by the system (RLIMIT_DATA)',
      ]
    },
    close: () => dispatcher.close(),
  }
}
