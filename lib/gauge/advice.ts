/** What a run may have to wait for. */
export type Part = 'model' | 'verdicts' | 'nli' | 'ndjson'

export interface Known {
  /** What each part could do of the recipe alone, in queries a second; the model's is missing when no endpoint was measured. */
  readonly queriesPerSecond: Readonly<Partial<Record<Part, number>>>
  /** Threads that the verdicts were measured with, and cores there are. */
  readonly threads: number
  readonly cores: number
  /** Requests in flight at which the endpoint is at its best. */
  readonly concurrency?: number | undefined
}

export interface Advice {
  /** The slowest part; undefined while the model is not known, which is mostly the one. */
  readonly bottleneck: Part | undefined
  readonly settings: { readonly concurrency?: number; readonly threads?: number }
}

/** Verifiers come in bursts, when many responses arrive at once, so their threads should do twice what is wanted in the mean. */
const headroom = 2

/**
 * Says which part a run will wait for, and the settings that follow: as many requests in flight as the endpoint is at its best with, and,
 * where there are verdicts, the fewest threads with which they hold nobody up, no more than there are cores. Threads are taken to add up.
 */
export const advice = ({ queriesPerSecond, threads, cores, concurrency }: Known): Advice => {
  const { model, verdicts } = queriesPerSecond
  if (model === undefined) return { bottleneck: undefined, settings: {} }
  const slowest = (Object.entries(queriesPerSecond) as [Part, number][]).reduce((a, b) => (b[1] < a[1] ? b : a))
  const needed = verdicts && Math.ceil((threads * headroom * model) / verdicts)
  return {
    bottleneck: slowest[0],
    settings: {
      ...(concurrency === undefined ? {} : { concurrency }),
      ...(needed === undefined ? {} : { threads: Math.max(1, Math.min(needed, cores)) }),
    },
  }
}
