import type { Knobs } from '../../recipes/knobs.ts'
import { expectedResponses } from '../expected-responses.ts'
import { assumed, type Load } from '../workload.ts'

/** What it takes to sample responses to a query and to verify them by so many functions. */
export const answering = (k: Knobs, functions: number): Load => {
  const { responses, requests } = expectedResponses(k.sample, assumed)
  // Adaptive sampling runs the verifiers once to see whether it may stop, and `verify` runs them again.
  const passes = k.sample.adaptive ? 2 : 1
  return {
    asks: { sample: { requests, replies: responses } },
    verdicts: passes * responses * functions,
    nliPairs: 0,
    assuming: ['accepted'],
  }
}

/** What it takes to judge the responses to a query that were accepted. */
export const judging = (k: Knobs): Load => {
  const accepted = expectedResponses(k.sample, assumed).responses * assumed.accepted
  return {
    asks: { score: { requests: accepted, replies: accepted * k.score.judgements } },
    verdicts: 0,
    nliPairs: 0,
    assuming: ['accepted'],
  }
}
