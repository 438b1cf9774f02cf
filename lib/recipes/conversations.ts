import { from, type Recipe } from '../flow/recipe.ts'
import type { Composed } from '../records/conversations.ts'
import { compose } from '../stages/2-verifiers/compose.ts'
import { satisfy } from '../stages/2-verifiers/satisfy.ts'
import { fill } from '../stages/3-queries/fill.ts'
import { pair } from '../stages/3-queries/pair.ts'
import { converse } from '../stages/4-responses/converse.ts'
import { score } from '../stages/4-responses/score.ts'
import { toSft } from '../stages/5-rows/to-sft.ts'
import { verified } from './dispatcher.ts'
import type { House } from './house.ts'
import { type Knobs, turned } from './knobs.ts'
import { presets } from './presets.ts'
import { conversed, screened, uncontaminated } from './screening.ts'
import { sparing } from './sparing.ts'

/**
 * What AutoIF on Dispatcher grew into: instructions are put together and kept where some text follows them all; each turn of
 * a conversation adds some, and its response must follow those of all turns up to there. Rows are the turns before the first
 * that fails, by the verifiers, the language or the judge.
 */
export const conversations = (house: House, k: Knobs = turned(presets.conversations)): Recipe => {
  const { queries, benchmarks, model, judge, sandbox, sft } = house
  const spared = sparing(model, k.pair.queries)
  const composed = verified({ ...house, model: spared }, k)
    .through(compose(k.compose))
    .through(satisfy({ model: spared, sandbox, ...k.satisfy }))
  return (k.pair.cycle ? composed.cycled() : composed)
    .join(from(queries, 'queries').by(screened(benchmarks, k)), pull => pair<Composed>({ pull, ...k.pair }))
    .by(uncontaminated(benchmarks, k))
    .through(fill({ model, ...k.fill }))
    .through(converse({ model, sandbox, ...k.converse }))
    .by(conversed(k))
    .through(score({ judge, ...k.score }))
    .through(toSft(k.toSft))
    .into(sft)
}
