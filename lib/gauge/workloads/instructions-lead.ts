import type { Knobs } from '../../recipes/knobs.ts'
import { added, assumed, type Load } from '../workload.ts'
import { answering, judging } from './answering.ts'
import { functionsOf, making } from './making.ts'

export interface Given {
  /** Instructions come verified: nothing is spent on them. */
  readonly verified?: boolean
}

/** Instructions that are tried for one query, when this share of them survives: each is put to several queries. */
export const triedFor = (k: Knobs, kept: number, { verified = false }: Given): number =>
  verified ? 0 : 1 / k.pair.queries / kept

/**
 * A query in the dispatcher recipe: its share of an instruction, responses, judgements. While instructions are still being made, that
 * is; when known ones take turns it is less. Values of placeholders are left out, as most instructions have none.
 */
export const dispatcher = (k: Knobs, given: Given): Load =>
  [
    making(k, triedFor(k, assumed.instructionsKept, given)),
    answering(k, functionsOf(k.generateVerifiers.replies)),
    judging(k),
  ].reduce(added)

/** A query in the autoif recipe: back-translation and inference come to it. */
export const autoif = (k: Knobs, given: Given): Load => {
  const tried = triedFor(k, assumed.instructionsKept, given)
  return added(dispatcher(k, given), {
    asks: { 'back-translate': { requests: tried, replies: tried } },
    verdicts: 0,
    nliPairs: tried * Math.min(k.backTranslate.backTranslations, k.entail.backTranslations),
    assuming: [],
  })
}
