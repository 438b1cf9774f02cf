import { defaults as admit } from '../stages/1-instructions/admit.ts'
import { defaults as augment } from '../stages/1-instructions/augment.ts'
import { defaults as bootstrap } from '../stages/1-instructions/bootstrap.ts'
import { defaults as classify } from '../stages/1-instructions/classify.ts'
import { defaults as invert } from '../stages/1-instructions/invert.ts'
import { defaults as novel } from '../stages/1-instructions/novel.ts'
import { defaults as propose } from '../stages/1-instructions/propose.ts'
import { defaults as speaks } from '../stages/1-instructions/speaks.ts'
import { defaults as unique } from '../stages/1-instructions/unique.ts'
import { defaults as wellFormed } from '../stages/1-instructions/well-formed.ts'
import { defaults as backTranslate } from '../stages/2-verifiers/back-translate.ts'
import { defaults as compose } from '../stages/2-verifiers/compose.ts'
import { defaults as crossValidate } from '../stages/2-verifiers/cross-validate.ts'
import { defaults as entail } from '../stages/2-verifiers/entail.ts'
import { defaults as generateVerifiers } from '../stages/2-verifiers/generate-verifiers.ts'
import { defaults as satisfy } from '../stages/2-verifiers/satisfy.ts'
import { defaults as writeCases } from '../stages/2-verifiers/write-cases.ts'
import { defaults as writeFunctions } from '../stages/2-verifiers/write-functions.ts'
import { defaults as decontaminate } from '../stages/3-queries/decontaminate.ts'
import { defaults as distinct } from '../stages/3-queries/distinct.ts'
import { defaults as fill } from '../stages/3-queries/fill.ts'
import { defaults as pair } from '../stages/3-queries/pair.ts'
import { defaults as screen } from '../stages/3-queries/screen.ts'
import { defaults as accept } from '../stages/4-responses/accept.ts'
import { defaults as consistent } from '../stages/4-responses/consistent.ts'
import { defaults as converse } from '../stages/4-responses/converse.ts'
import { defaults as curate } from '../stages/4-responses/curate.ts'
import { defaults as instantiate } from '../stages/4-responses/instantiate.ts'
import { defaults as sample } from '../stages/4-responses/sample.ts'
import { defaults as score } from '../stages/4-responses/score.ts'
import { defaults as verify } from '../stages/4-responses/verify.ts'
import { defaults as toChosenSft } from '../stages/5-rows/to-chosen-sft.ts'
import { defaults as toDpo } from '../stages/5-rows/to-dpo.ts'
import { defaults as toInstructionDpo } from '../stages/5-rows/to-instruction-dpo.ts'
import { defaults as toKto } from '../stages/5-rows/to-kto.ts'
import { defaults as toRlvr } from '../stages/5-rows/to-rlvr.ts'
import { defaults as toSft } from '../stages/5-rows/to-sft.ts'

/**
 * Every number of every stage, by stage; the numbers themselves stand with their sources in the stage files.
 * `draws.requests`: how many times the teacher is asked for instructions, paper appendix C asks 100 times; `shots`: seeds shown
 * each time, 8 as in self-instruct (upstream shows all of its 36).
 * `classify.outputFirst`: tasks of classification get inputs made to their classes (self-instruct; off, as alpaca and ArmelRandy leave it out).
 * `pair.cycle`: known instructions take turns until the queries end.
 */
export const knobs = {
  draws: { requests: 100, shots: 8 },
  augment,
  speaks,
  novel,
  admit,
  bootstrap,
  wellFormed,
  unique,
  consistent,
  classify: { ...classify, outputFirst: false },
  instantiate,
  propose,
  invert,
  generateVerifiers,
  writeFunctions,
  writeCases,
  crossValidate,
  backTranslate,
  entail,
  compose,
  satisfy,
  screen,
  decontaminate,
  distinct,
  pair: { ...pair, cycle: true },
  fill,
  converse,
  sample,
  verify,
  accept,
  score,
  curate,
  toSft,
  toDpo,
  toChosenSft,
  toKto,
  toRlvr,
  toInstructionDpo,
}

export type Knobs = typeof knobs
export type KnobRoom = keyof Knobs

/** Some knobs of some rooms, as presets and flags give them. */
export type SomeKnobs = { readonly [Room in KnobRoom]?: Partial<Knobs[Room]> }

/** The knobs with others laid over them, room by room; later ones win. */
export const turned = (...over: readonly SomeKnobs[]): Knobs =>
  Object.fromEntries(
    Object.entries(knobs).map(([room, own]) => [
      room,
      Object.assign({ ...own }, ...over.map(some => some[room as KnobRoom] ?? {})),
    ]),
  ) as Knobs
