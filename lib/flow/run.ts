import { setMaxListeners } from 'node:events'
import type { Envelope } from '../records/envelope.ts'
import type { Sink } from '../records/sink.ts'
import { Ledger } from './ledger.ts'
import { type Lifting, lift } from './lift.ts'
import { pulled } from './pull.ts'
import type { Recipe } from './recipe.ts'
import type { Wrap } from './stage.ts'

export interface RunOptions {
  /** Concerns folded around every stage, outermost first. */
  readonly wraps?: readonly Wrap[]
  /** All randomness of the run is drawn from it. */
  readonly seed?: string
  /** Where refused and failed records go, in the order of the stream; dropped after counting when absent. */
  readonly rejects?: Sink<Envelope>
  /** Books to be kept elsewhere while the run is under way, for progress and summary. */
  readonly ledger?: Ledger
  /** Fires to end the sources and let everything under way finish. */
  readonly drain?: AbortSignal
  /** Fires to end everything at once; `run` then throws the signal's reason. */
  readonly signal?: AbortSignal
}

const never = new AbortController().signal
setMaxListeners(0, never)

/**
 * Pulls a recipe through to its sinks and hands back the books, which are balanced or it throws AUTOIF_CONSERVATION.
 * Throws what a stage, source or sink threw; whatever happens, sources and sinks are closed on the way out.
 */
export const run = async (recipe: Recipe, options: RunOptions = {}): Promise<Ledger> => {
  const { wraps = [], seed = '0', rejects, ledger = new Ledger(), drain = never, signal = never } = options
  const over = new AbortController()
  const lifting: Lifting = {
    wraps,
    seed,
    ledger,
    drain: AbortSignal.any([drain, signal]),
    signal: AbortSignal.any([signal, over.signal]),
    closers: [],
  }
  const sinks: Sink<never>[] = [
    recipe.sink,
    ...recipe.steps.flatMap(step => (step.kind === 'tee' ? [step.sink] : [])),
    ...(rejects ? [rejects] : []),
  ]
  let complete = false
  let failed = true
  try {
    const { stream: mouth } = lift(recipe, lifting)
    for (let train = await pulled(mouth); train; train = await pulled(mouth)) {
      signal.throwIfAborted()
      for (const envelope of train) {
        if (envelope.refused) {
          ledger.refused++
          await rejects?.write(envelope)
        } else {
          ledger.rows++
          const wait = recipe.sink.write(envelope.record, envelope.raw)
          if (wait) await wait
        }
      }
      for (const sink of sinks) await sink.flush?.()
    }
    signal.throwIfAborted()
    complete = !drain.aborted
    failed = false
  } finally {
    over.abort(new DOMException('the run is over', 'AbortError'))
    for (const close of lifting.closers) close()
    await ledger.quiet()
    await closeAll(sinks, complete, failed)
  }
  ledger.balance()
  return ledger
}

// Every sink is closed even when an earlier one cannot be; the first trouble is the one to hear about, if the run had none before.
const closeAll = async (sinks: readonly Sink<never>[], complete: boolean, failed: boolean): Promise<void> => {
  const outcomes = await Promise.allSettled(sinks.map(async sink => sink.close(complete)))
  const trouble = outcomes.find(outcome => outcome.status === 'rejected')
  if (trouble && !failed) throw trouble.reason
}
