import type { Flow } from '../flow/recipe.ts'
import type { Benchmarks } from '../records/benchmarks.ts'
import type { Conversed } from '../records/conversations.ts'
import type { Completion } from '../records/lessons.ts'
import type { Instruction, Query, Sampled } from '../records/records.ts'
import { speaks } from '../stages/1-instructions/speaks.ts'
import { decontaminate } from '../stages/3-queries/decontaminate.ts'
import { distinct } from '../stages/3-queries/distinct.ts'
import { screen } from '../stages/3-queries/screen.ts'
import type { Knobs } from './knobs.ts'

// What is not asked for is no step at all, so that the books of a plain run stay as short as it is.

/** Keeps the instructions in the language that is asked for, if any is. */
export const spoken =
  (k: Knobs) =>
  <In extends Instruction>(flow: Flow<In>): Flow<In> =>
    k.speaks.language === '' ? flow : flow.through(speaks({ field: 'instruction', ...k.speaks }))

/** Keeps the responses in that language. */
export const answered =
  (k: Knobs) =>
  <In extends Sampled>(flow: Flow<In>): Flow<In> =>
    k.speaks.language === '' ? flow : flow.through(speaks({ field: 'responses', ...k.speaks }))

/** Keeps of a conversation the turns before the first response in another language. */
export const conversed =
  (k: Knobs) =>
  <In extends Conversed>(flow: Flow<In>): Flow<In> =>
    k.speaks.language === '' ? flow : flow.through(speaks({ field: 'exchanged', ...k.speaks }))

/** Keeps the completions in that language. */
export const told =
  (k: Knobs) =>
  <In extends Completion>(flow: Flow<In>): Flow<In> =>
    k.speaks.language === '' ? flow : flow.through(speaks({ field: 'response', ...k.speaks }))

/** Refuses what repeats a prompt of a benchmark, if there are any benchmarks. */
export const uncontaminated =
  (benchmarks: Benchmarks | undefined, k: Knobs) =>
  <In extends Partial<Query & Instruction>>(flow: Flow<In>): Flow<In> =>
    benchmarks ? flow.through(decontaminate({ benchmarks, ...k.decontaminate })) : flow

/** All that is asked of a query before anything is paid for it: length, source and kind, then language, benchmarks, and whether it is new. */
export const screened =
  (benchmarks: Benchmarks | undefined, k: Knobs) =>
  <In extends Query>(flow: Flow<In>): Flow<In> => {
    const fitting = flow.through(screen<In>(k.screen))
    const heard = k.speaks.language === '' ? fitting : fitting.through(speaks({ field: 'query', ...k.speaks }))
    const clean = heard.by(uncontaminated(benchmarks, k))
    return k.distinct.dedup === 'off' ? clean : clean.through(distinct(k.distinct))
  }
