import { Worker } from 'node:worker_threads'
import { AutoifError } from '../errors.ts'
import type { Label } from '../records/records.ts'
import type { ModelFolder } from './model-folder.ts'
import { askToStop, runFlags, waitOutside } from './run-flags.ts'
import type { Asked, Pair, Told } from './worker.ts'

export interface NliThread {
  /** The labels of the pairs, in their order. Throws AUTOIF_NLI. */
  judge(pairs: readonly Pair[]): Promise<readonly Label[]>
  /** Ends the thread after the run it is in; a question that is open then fails with AUTOIF_NLI. May be called again. */
  close(): Promise<void>
}

/** How long the end of the process waits for a run under way, in ms: eight pairs of 512 tokens take a real model some ten seconds. */
const patience = 60_000

const script = new URL(`./worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)

/**
 * Starts the model's thread and loads the model in the background; a model that cannot be loaded fails every `judge`.
 * The thread keeps the process alive while it loads, judges or closes, and not while it is idle.
 */
export const startThread = (folder: ModelFolder): NliThread => {
  const flags = runFlags()
  const worker = new Worker(script, { workerData: { folder, flags } })
  const expected: PromiseWithResolvers<Told>[] = []
  let closing: Promise<void> | undefined
  let ended: AutoifError | undefined

  const expect = (): Promise<Told> => {
    const answer = Promise.withResolvers<Told>()
    expected.push(answer)
    worker.ref()
    return answer.promise
  }
  const fail = (error: AutoifError): void => {
    ended ??= error
    for (const answer of expected.splice(0)) answer.reject(ended)
  }
  // Neither process.exit() nor an uncaught error may tear the thread down inside a run.
  const beforeExit = (): void => {
    askToStop(flags)
    waitOutside(flags, patience)
  }

  process.on('exit', beforeExit)
  worker.on('message', (told: Told) => {
    expected.shift()?.resolve(told)
    if (expected.length === 0 && !closing) worker.unref()
  })
  worker.on('error', cause =>
    fail(new AutoifError('AUTOIF_NLI', `The thread of the NLI model ${folder.name} failed: ${cause}`, { cause })),
  )
  const gone = new Promise<void>(resolve => {
    worker.once('exit', () => {
      process.off('exit', beforeExit)
      fail(new AutoifError('AUTOIF_NLI', `The NLI model ${folder.name} is closed`))
      resolve()
    })
  })

  const loaded = expect().then(told => {
    if (!('fault' in told)) return
    const hint = 'Its files may be cut short, git-lfs pointers, or of another kind of model: fetch them again'
    throw new AutoifError('AUTOIF_NLI', `The NLI model in ${folder.path} cannot be loaded: ${told.fault}`, { hint })
  })
  // Whoever asks for a judgement hears of it.
  loaded.catch(() => {})

  return {
    judge: async pairs => {
      await loaded
      if (ended || closing) throw ended ?? new AutoifError('AUTOIF_NLI', `The NLI model ${folder.name} is closed`)
      worker.postMessage({ pairs } satisfies Asked)
      const told = await expect()
      if ('labels' in told) return told.labels
      throw new AutoifError(
        'AUTOIF_NLI',
        `The NLI model ${folder.name} could not judge: ${'fault' in told && told.fault}`,
      )
    },
    close: () => {
      if (closing) return closing
      closing = gone
      askToStop(flags)
      worker.ref()
      worker.postMessage({ close: true } satisfies Asked)
      return closing
    },
  }
}
