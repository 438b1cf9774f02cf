import type { Knobs } from '../../recipes/knobs.ts'
import { assumed, type Load } from '../workload.ts'

/** Functions that an instruction is left with, of so many that were written. */
export const functionsOf = (written: number): number => Math.max(1, assumed.functionsKept * written)

/** Requests for verifiers of one instruction: one for each language. */
export const languagesOf = (language: Knobs['generateVerifiers']['language'], written: number): number =>
  language === 'both' && written > 1 ? 2 : 1

/** Every function on every case of every function. */
export const crossVerdicts = (written: number): number => written * written * assumed.casesPerReply

/** What it takes to make `tried` instructions, and functions and cases that cross-validate each other. */
export const making = (k: Knobs, tried: number): Load => {
  const { replies: written, language } = k.generateVerifiers
  const augmenting = tried / k.augment.count
  return {
    asks: {
      augment: { requests: augmenting, replies: augmenting },
      'generate-verifiers': { requests: tried * languagesOf(language, written), replies: tried * written },
    },
    verdicts: tried * crossVerdicts(written),
    nliPairs: 0,
    assuming: ['instructionsKept', 'functionsKept'],
  }
}
