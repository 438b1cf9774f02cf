import { type Flow, from } from '../flow/recipe.ts'
import type { Instruction } from '../records/records.ts'
import { type Paired, pair } from '../stages/3-queries/pair.ts'
import type { House } from './house.ts'
import type { Knobs } from './knobs.ts'
import { screened, uncontaminated } from './screening.ts'
import { whenMet } from './when-met.ts'

/** Instructions with the queries that they take, in turns until the queries end if that is asked for; `met` hears which of them took one. */
export const putToQueries =
  ({ queries, benchmarks }: House, k: Knobs, met = whenMet(undefined)) =>
  <In extends Instruction>(flow: Flow<In>): Flow<Paired<In>> =>
    (k.pair.cycle ? flow.cycled() : flow)
      .join(from(queries, 'queries').by(screened(benchmarks, k)), pull => met.by(pair<In>({ pull, ...k.pair })))
      .by(uncontaminated(benchmarks, k))
