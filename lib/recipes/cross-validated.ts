import { type Flow, from } from '../flow/recipe.ts'
import type { Validated } from '../records/records.ts'
import { augment } from '../stages/1-instructions/augment.ts'
import { novel } from '../stages/1-instructions/novel.ts'
import { crossValidate } from '../stages/2-verifiers/cross-validate.ts'
import { generateVerifiers } from '../stages/2-verifiers/generate-verifiers.ts'
import type { House } from './house.ts'
import type { Knobs } from './knobs.ts'
import { spoken, uncontaminated } from './screening.ts'

/** What every AutoIF begins with: new instructions, each once, with functions and cases that agree about them, or those that were verified earlier. */
export const crossValidated = (
  { draws, instructions, benchmarks, model, sandbox }: House,
  k: Knobs,
): Flow<Validated> =>
  instructions
    ? from(instructions, 'instructions').by(spoken(k)).by(uncontaminated(benchmarks, k))
    : from(draws, 'seeds and draws')
        .through(augment({ model, ...k.augment }))
        .by(spoken(k))
        .by(uncontaminated(benchmarks, k))
        .through(novel(k.novel))
        .through(generateVerifiers({ model, ...k.generateVerifiers }))
        .through(crossValidate({ sandbox, ...k.crossValidate }))
