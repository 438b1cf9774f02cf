import type { Args } from './args.ts'
import type { Placeholders } from './placeholders.ts'

// The cast, in order of appearance. A record only grows: what a stage asks for is a shape, so
// a stage that adds something may be put in or left out without its neighbours changing.
// On disk the same records bear upstream's names; records/interchange/ translates at the doors.

/** What natural-language inference says of a pair, in the order that breaks ties: the earlier wins (upstream step 5). */
export const labels = ['entailment', 'neutral', 'contradiction'] as const

export type Label = (typeof labels)[number]

/** A few known instructions that the teacher is shown when asked for more. */
export interface Draw {
  readonly shots: readonly (string | Instruction)[]
}

export interface Instruction {
  readonly instruction: string
  /** What the names in curly brackets stand for, until they are filled. */
  readonly placeholders?: Placeholders | undefined
}

/** A query and an instruction made for it. */
export interface Proposed extends Instruction, Query {}

/** An instruction with functions for which no cases have been written yet. */
export interface Drafted extends Instruction {
  readonly prompt: string
  readonly functions: readonly string[]
}

/** A text and whether the instruction is followed by it, with these values in its placeholders. */
export interface Case {
  readonly input: string
  readonly args?: Args | undefined
  readonly expected: boolean
}

/** An instruction with functions and cases that have not judged each other yet. */
export interface Candidate extends Instruction {
  readonly prompt: string
  readonly replies: readonly string[]
  readonly functions: readonly string[]
  readonly cases: readonly Case[]
}

/** A function that survived cross-validation; accuracy in 0..1 over the surviving cases. */
export interface Verifier {
  readonly code: string
  readonly accuracy: number
}

export interface Validated extends Instruction {
  readonly verifiers: readonly Verifier[]
  readonly cases: readonly Case[]
}

export interface BackTranslated extends Validated {
  readonly backTranslations: readonly string[]
}

export interface Entailed extends BackTranslated {
  readonly labels: readonly Label[]
  readonly nli: string
}

export interface Query {
  readonly query: string
}

/** One query to be answered under one instruction. */
export interface Task extends Validated, Query {
  readonly prompt: string
  /** The values that the instruction's placeholders were filled with, and the instruction before. */
  readonly args?: Args | undefined
  readonly template?: string | undefined
}

export interface Sampled extends Task {
  readonly responses: readonly string[]
  readonly model: string
}

/** passRate is the share of accepting verifiers among those that answered, in 0..1; null when none answered. */
export interface Graded {
  readonly text: string
  readonly passRate: number | null
  /** One sandbox Outcome letter per verifier. */
  readonly outcomes: string
}

export interface Verified extends Task {
  readonly graded: readonly Graded[]
  readonly model: string
}

/** A turn: what the user says, and a response that follows all instructions of this turn and those before; passRate is that of the instruction it follows least. */
export interface Exchange {
  readonly user: string
  readonly response: string
  readonly passRate: number
  /** What a judge said of it. */
  readonly judgements?: readonly string[]
}

/**
 * One response that its verifiers accepted; passRate is null when the record came in without one.
 * `judgements` are judge replies that came in with the record.
 */
export interface Accepted extends Instruction, Query {
  readonly prompt: string
  readonly response: string
  readonly passRate: number | null
  readonly model: string
  readonly judgements?: readonly string[]
  /** Who gave them. */
  readonly judge?: string
  /** The turns of a conversation, of which `response` is the last. */
  readonly exchanged?: readonly Exchange[]
}

/** score is the mean over the judge's readable replies, 0..10. */
export interface Scored extends Accepted {
  readonly score: number
  readonly judgements: readonly string[]
  readonly judge: string
}
