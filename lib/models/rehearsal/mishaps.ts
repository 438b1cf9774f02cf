import { seeded } from '../../random.ts'

/** Shares in 0..1 of the requests that go wrong, by kind. They exclude each other, so they should sum to 1 at most. */
export const noFaults = {
  rate429: 0,
  /** Whole seconds that a 429 names in Retry-After. */
  retryAfterS: 1,
  rate500: 0,
  /** The connection is closed in the middle of the answer. */
  rateCut: 0,
  /** The answer ends, as if complete, in the middle of its JSON. */
  rateHalf: 0,
}

export type Faults = typeof noFaults

export type Mishap = 'none' | '429' | '500' | 'cut' | 'half'

/** What becomes of request number `place`, and how long it takes in milliseconds: the same for the same seed and place. */
export const mishaps =
  (faults: Faults, latencyMs: number, jitterMs: number, seed: string) =>
  (place: number): { readonly mishap: Mishap; readonly delayMs: number } => {
    const random = seeded(`${seed} ${place}`)
    const delayMs = latencyMs + random() * jitterMs
    const kinds: readonly (readonly [Mishap, number])[] = [
      ['429', faults.rate429],
      ['500', faults.rate500],
      ['cut', faults.rateCut],
      ['half', faults.rateHalf],
    ]
    let left = random()
    for (const [mishap, rate] of kinds) {
      if (left < rate) return { mishap, delayMs }
      left -= rate
    }
    return { mishap: 'none', delayMs }
  }
