import type { Knobs } from '../../recipes/knobs.ts'
import type { Load } from '../workload.ts'

/** A completion in the backtranslation recipe: the instruction it answers, and what the judge makes of the two. Nothing is executed. */
export const backtranslation = ({ curate }: Knobs): Load => ({
  asks: {
    invert: { requests: 1, replies: 1 },
    curate: { requests: 1, replies: curate.judgements },
  },
  verdicts: 0,
  nliPairs: 0,
  assuming: [],
})
