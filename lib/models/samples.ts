import type { AutoifError } from '../errors.ts'
import type { Asking } from './model.ts'

/** One request's replies, or the refusal of a server that takes no `n`. */
export type Samples = readonly string[] | { readonly refusesN: AutoifError }

const isRefusal = (samples: Samples): samples is { readonly refusesN: AutoifError } => 'refusesN' in samples

type Request = (asking: Asking) => Promise<Samples>

/**
 * Makes exactly `n` replies of a server that gives n, some or one at a time: reply number i that the common request
 * did not bring is asked for alone with seed + i, which is also how vLLM seeds the i-th reply of a common one.
 * A server that gave one of several, or refused `n` but answered without, is asked one by one from then on.
 */
export const samples = (
  perRequest: 'auto' | 'one',
): ((request: Request, asking: Asking) => Promise<readonly string[]>) => {
  let givesOne = perRequest === 'one'
  return async (request, asking) => {
    const { n = 1, seed, ...rest } = asking

    const alone = async (index: number): Promise<string> => {
      const found = await request({ ...rest, ...(seed !== undefined && { seed: seed + index }) })
      if (isRefusal(found)) throw found.refusesN
      return found[0]!
    }
    const oneByOne = (from: number): Promise<readonly string[]> =>
      Promise.all(Array.from({ length: n - from }, (_, at) => alone(from + at)))

    if (givesOne || n === 1) return oneByOne(0)
    const found = await request(asking)
    const first = isRefusal(found) ? [] : found.slice(0, n)
    const missing = await oneByOne(first.length)
    // Several yet fewer than n is a server with a limit, not one that gives one.
    if (first.length < 2) givesOne = true
    return [...first, ...missing]
  }
}
