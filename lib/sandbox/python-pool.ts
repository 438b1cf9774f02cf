import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { Answer, PythonLimits, Work } from './messages.ts'
import { preparePython } from './python/prepare-python.ts'

const trial = 'def evaluate(response):\n    return True'
// Starting an interpreter and asking it once takes half a second.
const trialMs = 10_000

/**
 * A pool of threads that run Python verifiers, one of them tried, and what the user should be told, once.
 * Throws AUTOIF_SANDBOX when Python cannot be had.
 */
export const pythonPool = async ({ memoryMb, timeoutMs, folder }: PythonLimits, threads: number) => {
  const { note, ...prepared } = await preparePython({ memoryMb, folder })
  const ending = import.meta.url.endsWith('.ts') ? '.ts' : '.js'
  const pool = new Piscina<Work, Answer>({
    filename: fileURLToPath(new URL(`./python-worker${ending}`, import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
    workerData: { prepared, timeoutMs },
  })
  await pool.run({ functions: [trial], inputs: [''], wallMs: trialMs, memoryMb, python: true })
  return { pool, note }
}
