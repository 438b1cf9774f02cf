import type { Recipe } from '../flow/recipe.ts'
import { compose } from '../stages/2-verifiers/compose.ts'
import { satisfy } from '../stages/2-verifiers/satisfy.ts'
import { fill } from '../stages/3-queries/fill.ts'
import { converse } from '../stages/4-responses/converse.ts'
import { score } from '../stages/4-responses/score.ts'
import { toSft } from '../stages/5-rows/to-sft.ts'
import { crossValidated } from './cross-validated.ts'
import type { House } from './house.ts'
import { type Knobs, turned } from './knobs.ts'
import { presets } from './presets.ts'
import { putToQueries } from './put-to-queries.ts'
import { conversed } from './screening.ts'
import { sparing } from './sparing.ts'

/**
 * What AutoIF on Dispatcher grew into: instructions are put together and kept where some text follows them all; each turn of
 * a conversation adds some, and its response must follow those of all turns up to there. Rows are the turns before the first
 * that fails, by the verifiers, the language or the judge.
 */
export const conversations = (house: House, k: Knobs = turned(presets.conversations)): Recipe => {
  const { model, judge, sandbox, sft } = house
  const spared = sparing(model, k.pair.queries)
  return crossValidated({ ...house, model: spared }, k)
    .through(compose(k.compose))
    .through(satisfy({ model: spared, sandbox, ...k.satisfy }))
    .by(putToQueries(house, k))
    .through(fill({ model, ...k.fill }))
    .through(converse({ model, sandbox, ...k.converse }))
    .by(conversed(k))
    .through(score({ judge, ...k.score }))
    .through(toSft(k.toSft))
    .into(sft)
}
