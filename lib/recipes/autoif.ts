import type { Flow, Recipe } from '../flow/recipe.ts'
import type { Validated } from '../records/records.ts'
import { backTranslate } from '../stages/2-verifiers/back-translate.ts'
import { entail } from '../stages/2-verifiers/entail.ts'
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
import { type Knobs, knobs } from './knobs.ts'
import { putToQueries } from './put-to-queries.ts'
import { answered } from './screening.ts'
import { sparing } from './sparing.ts'
import { whenMet } from './when-met.ts'

/** Instructions that functions and cases, words and inference agree about; those that were verified earlier have been through it. */
const verified = (house: House, k: Knobs): Flow<Validated> => {
  const { model, nli, instructions } = house
  const agreed = crossValidated(house, k)
  return instructions
    ? agreed
    : agreed.through(backTranslate({ model, ...k.backTranslate })).through(entail({ nli, ...k.entail }))
}

/**
 * AutoIF as published: instructions lead, queries are pulled, SFT down the main stream, DPO off the side. Labels, tasks with
 * their verifiers and pairs of an instruction's cases leave where there is a sink for them; the last are those of
 * instructions that met a query.
 */
export const autoif = (house: House, k: Knobs = knobs): Recipe => {
  const { model, judge, sandbox, sft, dpo, kto, rlvr, instructionDpo } = house
  const author = house.instructions ? undefined : model.name
  const met = whenMet(instructionDpo)
  return verified({ ...house, model: sparing(model, k.pair.queries) }, k)
    .tee(toInstructionDpo({ sandbox, author, ...k.toInstructionDpo }), met.sink)
    .by(putToQueries(house, k, met))
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
