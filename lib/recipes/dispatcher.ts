import type { Recipe } from '../flow/recipe.ts'
import { fill } from '../stages/3-queries/fill.ts'
import { accept } from '../stages/4-responses/accept.ts'
import { sample } from '../stages/4-responses/sample.ts'
import { score } from '../stages/4-responses/score.ts'
import { verify } from '../stages/4-responses/verify.ts'
import { toDpo } from '../stages/5-rows/to-dpo.ts'
import { toInstructionDpo } from '../stages/5-rows/to-instruction-dpo.ts'
import { toKto } from '../stages/5-rows/to-kto.ts'
import { toRlvr } from '../stages/5-rows/to-rlvr.ts'
import { toSft } from '../stages/5-rows/to-sft.ts'
import { crossValidated } from './cross-validated.ts'
import type { House } from './house.ts'
import { type Knobs, turned } from './knobs.ts'
import { presets } from './presets.ts'
import { putToQueries } from './put-to-queries.ts'
import { answered } from './screening.ts'
import { sparing } from './sparing.ts'
import { whenMet } from './when-met.ts'

/**
 * AutoIF on Dispatcher: one language throughout, heard in instructions, queries and responses; several verifiers for each
 * instruction and no back-translation; what they accept is judged by whether it answers the query at all.
 */
export const dispatcher = (house: House, k: Knobs = turned(presets.dispatcher)): Recipe => {
  const { model, judge, sandbox, sft, dpo, kto, rlvr, instructionDpo } = house
  const author = house.instructions ? undefined : model.name
  const met = whenMet(instructionDpo)
  return crossValidated({ ...house, model: sparing(model, k.pair.queries) }, k)
    .tee(toInstructionDpo({ sandbox, author, ...k.toInstructionDpo }), met.sink)
    .by(putToQueries(house, k, met))
    .through(fill({ model, ...k.fill }))
    .through(sample({ model, sandbox, ...k.sample }))
    .by(answered(k))
    .through(verify({ sandbox, ...k.verify }))
    .tee(toDpo(k.toDpo), dpo)
    .tee(toKto(k.toKto), kto)
    .tee(toRlvr(k.toRlvr), rlvr)
    .through(accept(k.accept))
    .through(score({ judge, ...k.score }))
    .through(toSft(k.toSft))
    .into(sft)
}
