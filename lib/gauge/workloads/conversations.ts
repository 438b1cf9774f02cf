import type { Knobs } from '../../recipes/knobs.ts'
import { added, assumed, type Load } from '../workload.ts'
import { type Given, triedFor } from './instructions-lead.ts'
import { functionsOf, making } from './making.ts'

/**
 * A query in the conversations recipe. Every instruction that survives begins a set, and a set that can be followed is put to
 * several queries. A turn is asked for until a response follows everything, at most so many times; a turn that nobody managed is the last.
 */
export const conversations = (k: Knobs, given: Given): Load => {
  const { turns, perTurn } = k.compose
  const functions = functionsOf(k.generateVerifiers.replies)
  const sets = triedFor(k, assumed.setsKept, given)
  const { tries } = k.converse
  const missed = (1 - assumed.accepted) ** tries
  const triesOfTurn = (1 - missed) / assumed.accepted
  let asked = 0
  let judged = 0
  let verdicts = sets * k.satisfy.tries * turns * perTurn * functions
  let reached = 1
  for (let turn = 1; turn <= turns; turn++) {
    asked += reached * triesOfTurn
    verdicts += reached * triesOfTurn * turn * perTurn * functions
    reached *= 1 - missed
    judged += reached
  }
  return added(making(k, sets / assumed.instructionsKept), {
    asks: {
      satisfy: { requests: sets, replies: sets * k.satisfy.tries },
      converse: { requests: asked, replies: asked },
      score: { requests: judged, replies: judged * k.score.judgements },
    },
    verdicts,
    nliPairs: 0,
    assuming: ['setsKept', 'accepted'],
  })
}
