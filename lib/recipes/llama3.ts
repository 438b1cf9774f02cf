import { AutoifError } from '../errors.ts'
import { from, type Recipe } from '../flow/recipe.ts'
import { propose } from '../stages/1-instructions/propose.ts'
import { crossValidate } from '../stages/2-verifiers/cross-validate.ts'
import { writeCases } from '../stages/2-verifiers/write-cases.ts'
import { writeFunctions } from '../stages/2-verifiers/write-functions.ts'
import { pose } from '../stages/3-queries/pose.ts'
import { sample } from '../stages/4-responses/sample.ts'
import { verify } from '../stages/4-responses/verify.ts'
import { toChosenSft } from '../stages/5-rows/to-chosen-sft.ts'
import { toDpo } from '../stages/5-rows/to-dpo.ts'
import { toKto } from '../stages/5-rows/to-kto.ts'
import { toRlvr } from '../stages/5-rows/to-rlvr.ts'
import type { House } from './house.ts'
import { type Knobs, turned } from './knobs.ts'
import { presets } from './presets.ts'
import { answered, screened, spoken, uncontaminated } from './screening.ts'

/**
 * llama3_autoif: the query leads, and the teacher proposes an instruction that fits it, which takes the place of comparing sentences by
 * inference. Functions are asked for, and cases for each of them; they judge each other; responses are made by a teacher that
 * may look at one of the functions. Pairs of responses leave by the main stream, all else where there is a sink for it. Throws
 * AUTOIF_USAGE when the house has no sink for pairs.
 */
export const llama3 = (house: House, k: Knobs = turned(presets.llama3)): Recipe => {
  const { queries, pairs = [], benchmarks, model, sandbox, sftAside, dpo, kto, rlvr } = house
  if (!dpo) throw new AutoifError('AUTOIF_USAGE', 'llama3 makes pairs, and the house has no sink for them')
  return from(queries, 'queries')
    .by(screened(benchmarks, k))
    .through(propose({ model, pairs, ...k.propose }))
    .by(spoken(k))
    .by(uncontaminated(benchmarks, k))
    .through(writeFunctions({ model, ...k.writeFunctions }))
    .through(writeCases({ model, ...k.writeCases }))
    .through(crossValidate({ sandbox, ...k.crossValidate }))
    .through(pose())
    .through(sample({ model, sandbox, ...k.sample }))
    .by(answered(k))
    .through(verify({ sandbox, ...k.verify }))
    .tee(toChosenSft(k.toChosenSft), sftAside)
    .tee(toKto(k.toKto), kto)
    .tee(toRlvr(k.toRlvr), rlvr)
    .through(toDpo(k.toDpo))
    .into(dpo)
}
