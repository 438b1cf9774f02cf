import { type Flow, from, type Recipe } from '../flow/recipe.ts'
import type { Validated } from '../records/records.ts'
import { augment } from '../stages/1-instructions/augment.ts'
import { novel } from '../stages/1-instructions/novel.ts'
import { crossValidate } from '../stages/2-verifiers/cross-validate.ts'
import { generateVerifiers } from '../stages/2-verifiers/generate-verifiers.ts'
import { fill } from '../stages/3-queries/fill.ts'
import { pair } from '../stages/3-queries/pair.ts'
import { accept } from '../stages/4-responses/accept.ts'
import { sample } from '../stages/4-responses/sample.ts'
import { score } from '../stages/4-responses/score.ts'
import { verify } from '../stages/4-responses/verify.ts'
import { toDpo } from '../stages/5-rows/to-dpo.ts'
import { toInstructionDpo } from '../stages/5-rows/to-instruction-dpo.ts'
import { toKto } from '../stages/5-rows/to-kto.ts'
import { toRlvr } from '../stages/5-rows/to-rlvr.ts'
import { toSft } from '../stages/5-rows/to-sft.ts'
import type { House } from './house.ts'
import { type Knobs, turned } from './knobs.ts'
import { presets } from './presets.ts'
import { answered, screened, spoken, uncontaminated } from './screening.ts'
import { sparing } from './sparing.ts'
import { whenMet } from './when-met.ts'

/** New instructions in the one language, each once, with functions and cases that agree about them. */
export const verified = ({ draws, instructions, benchmarks, model, sandbox }: House, k: Knobs): Flow<Validated> =>
  instructions
    ? from(instructions, 'instructions').by(spoken(k)).by(uncontaminated(benchmarks, k))
    : from(draws, 'seeds and draws')
        .through(augment({ model, ...k.augment }))
        .by(spoken(k))
        .by(uncontaminated(benchmarks, k))
        .through(novel(k.novel))
        .through(generateVerifiers({ model, ...k.generateVerifiers }))
        .through(crossValidate({ sandbox, ...k.crossValidate }))

/**
 * AutoIF on Dispatcher: one language throughout, heard in instructions, queries and responses; several verifiers for each
 * instruction and no back-translation; what they accept is judged by whether it answers the query at all.
 */
export const dispatcher = (house: House, k: Knobs = turned(presets.dispatcher)): Recipe => {
  const { queries, benchmarks, model, judge, sandbox, sft, dpo, kto, rlvr, instructionDpo } = house
  const author = house.instructions ? undefined : model.name
  const met = whenMet(instructionDpo)
  const instructions = verified({ ...house, model: sparing(model, k.pair.queries) }, k).tee(
    toInstructionDpo({ sandbox, author, ...k.toInstructionDpo }),
    met.sink,
  )
  return (k.pair.cycle ? instructions.cycled() : instructions)
    .join(from(queries, 'queries').by(screened(benchmarks, k)), pull => met.by(pair({ pull, ...k.pair })))
    .by(uncontaminated(benchmarks, k))
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
