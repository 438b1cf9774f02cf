import { workerData } from 'node:worker_threads'
import ivm from 'isolated-vm'
import type { Answer, Work } from './messages.ts'
import type { Prepared } from './python/prepare-python.ts'
import { openPython } from './python/python-thread.ts'
import { said } from './python/said.ts'
import type { Grading } from './sandbox.ts'

/** What a thread of the Python pool is started with. */
export interface PythonWorkerData {
  readonly prepared: Prepared
  /** Milliseconds of computing one function may take for one input. */
  readonly timeoutMs: number
}

// Piscina puts data of its own before the user's.
const { prepared, timeoutMs } = (workerData[1] ?? workerData) as PythonWorkerData
const python = openPython(prepared, timeoutMs)

/** What a thread of the Python pool does: one crossing into its interpreter for each function, with all inputs, until one has to be stopped. */
export default async ({ functions, inputs, wallMs }: Work): Promise<Answer> => {
  const copy = new ivm.ExternalCopy(inputs)
  const gradings: Grading[] = []
  let leftMs = wallMs
  for (const source of functions) {
    // Outside the clock: a new interpreter is no fault of the function that needs it.
    await python.ready()
    const started = performance.now()
    const cpu = process.threadCpuUsage()
    const answer = python.open(source).run(copy, Math.max(1, Math.ceil(leftMs)))
    if (typeof answer !== 'string') {
      const { user, system } = process.threadCpuUsage(cpu)
      return { gradings, stopped: { letter: answer.stopped, cpuMs: (user + system) / 1000, fresh: true } }
    }
    leftMs -= performance.now() - started
    gradings.push(said(answer, inputs.length))
  }
  return { gradings }
}
