import { AutoifError } from '../errors.ts'
import type { Label } from '../records/records.ts'
import type { Pair } from './worker.ts'

export interface Batcher {
  /** The pair's label. Rejects with the signal's reason once that is aborted, with AUTOIF_NLI once closed, or as `ask` does. */
  judge(premise: string, hypothesis: string, signal?: AbortSignal): Promise<Label>
  /** Refuses everything that still waits and everything to come. */
  close(): void
}

/** Pairs in one question: eight runs of eight, enough to find neighbours in length. */
const most = 64

/** How long a first pair waits for company while nothing is being judged, in ms; a real model takes some 80 ms a pair. */
const window = 5

interface Entry {
  readonly key: string
  readonly pair: Pair
  readonly waiters: Set<PromiseWithResolvers<Label>>
}

/** Collects single pairs into questions of many. One question is open at a time; equal pairs that are open together are asked once. */
export const batcher = (ask: (pairs: readonly Pair[]) => Promise<readonly Label[]>): Batcher => {
  const open = new Map<string, Entry>()
  const waiting = new Set<Entry>()
  let asking = false
  let timer: NodeJS.Timeout | undefined
  let closed: AutoifError | undefined

  const settle = (entries: Iterable<Entry>, how: (waiter: PromiseWithResolvers<Label>, at: number) => void): void => {
    for (const [at, entry] of [...entries].entries()) {
      open.delete(entry.key)
      waiting.delete(entry)
      for (const waiter of entry.waiters) how(waiter, at)
    }
  }

  const schedule = (): void => {
    if (asking || waiting.size === 0) return
    if (waiting.size >= most) void flush()
    else timer ??= setTimeout(flush, window)
  }

  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const batch = [...waiting].slice(0, most)
    if (batch.length === 0) return
    for (const entry of batch) waiting.delete(entry)
    asking = true
    try {
      const labels = await ask(batch.map(({ pair }) => pair))
      settle(batch, (waiter, at) => waiter.resolve(labels[at] as Label))
    } catch (error) {
      settle(batch, waiter => waiter.reject(error))
    }
    asking = false
    schedule()
  }

  const joined = (pair: Pair): Entry => {
    const key = JSON.stringify(pair)
    const entry = open.get(key) ?? { key, pair, waiters: new Set() }
    if (!open.has(key)) waiting.add(entry)
    open.set(key, entry)
    return entry
  }

  return {
    judge: async (premise, hypothesis, signal) => {
      signal?.throwIfAborted()
      if (closed) throw closed
      const entry = joined([premise, hypothesis])
      const waiter = Promise.withResolvers<Label>()
      entry.waiters.add(waiter)
      const drop = (): void => {
        entry.waiters.delete(waiter)
        if (entry.waiters.size === 0 && waiting.delete(entry)) open.delete(entry.key)
        waiter.reject(signal?.reason)
      }
      signal?.addEventListener('abort', drop, { once: true })
      schedule()
      return waiter.promise.finally(() => signal?.removeEventListener('abort', drop))
    },
    close: () => {
      const error = new AutoifError('AUTOIF_NLI', 'The NLI model was closed before it judged this pair')
      closed ??= error
      clearTimeout(timer)
      settle(waiting, waiter => waiter.reject(error))
    },
  }
}
