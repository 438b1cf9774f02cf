import type { Conversed } from '../conversations.ts'
import type { Admitted, Classified, Consistent } from '../examples.ts'
import type {
  BackTranslated,
  Candidate,
  Case,
  Entailed,
  Exchange,
  Graded,
  Sampled,
  Scored,
  Verified,
} from '../records.ts'

type Any = Partial<
  Candidate & BackTranslated & Entailed & Sampled & Verified & Scored & Conversed & Admitted & Classified & Consistent
>

/** What a case hands to a function: a text, or `{ response, name: value, … }` where there are named arguments. */
export const inputOf = ({ input, args }: Case): unknown => (args ? { response: input, ...args } : input)

const pairs = (cases: readonly Case[] = []): readonly unknown[] => cases.map(one => [inputOf(one), one.expected])

const verifierFields = ({ verifiers, replies = [], functions, cases, response }: Any): object => {
  if (verifiers) return { eval_func: verifiers.map(({ code, accuracy }) => [code, accuracy]), cases: pairs(cases) }
  // What became a response has its verifiers, and the replies they were read from, behind it.
  if (response !== undefined) return {}
  // Functions and cases are read again from the replies, with whatever tolerance is asked for then.
  if (replies.length > 0) return { 'gpt-answer': replies }
  return functions ? { functions, cases: pairs(cases) } : {}
}

/** Responses on which no verifier gave a verdict, as `[text, outcomes]`; no field when there is none. */
export const unverified = (graded: readonly Graded[]): object => {
  const texts = graded.filter(({ passRate }) => passRate === null).map(({ text, outcomes }) => [text, outcomes])
  return texts.length > 0 ? { unverified: texts } : {}
}

// Upstream compares every pass rate with a number, so responses without one stand apart.
const responseFields = ({ responses, graded }: Any): object => {
  if (!graded) return responses ? { 'gpt-answer': responses } : {}
  const heard = graded.filter(({ passRate }) => passRate !== null)
  const outcomes = heard.map(({ outcomes }) => outcomes)
  return {
    response: heard.map(({ text, passRate }) => [text, passRate]),
    ...(outcomes.some(letters => letters !== '') && { outcomes }),
    ...unverified(graded),
  }
}

const exchange = ({ user, response, passRate, judgements }: Exchange): readonly unknown[] => [
  user,
  response,
  passRate,
  ...(judgements ? [judgements] : []),
]

/**
 * A record of any stage as it is written to disk, in upstream's names: verifiers as `eval_func` and `cases`, teacher's
 * replies or responses as `gpt-answer`, graded responses as `response` and `outcomes`, those without a verdict as
 * `unverified`, what a pool found near as `most_similar` and `avg_similarity_score`, guessed instructions as `back_instructions`, back-translations as `back_instruction`, labels as `nli_scores`, judge's replies as `gen`, the pass rate as
 * `pass_rate`, values of placeholders as `kwargs`, instructions that stand together as `constraints`, turns of a conversation as `exchanges`. All else as it is.
 */
export const write = (record: object): object => {
  const known = record as Any
  const {
    verifiers: _verifiers,
    replies: _replies,
    functions: _functions,
    cases,
    responses: _responses,
    graded: _graded,
    backTranslations,
    labels,
    judgements,
    passRate,
    args,
    composedOf,
    exchanged,
    mostSimilar,
    averageSimilarity,
    isClassification,
    backInstructions,
    ...rest
  } = known
  return {
    ...rest,
    ...(args && { kwargs: args }),
    ...(composedOf && { constraints: composedOf.map(write) }),
    ...(exchanged && { exchanges: exchanged.map(exchange) }),
    ...verifierFields(known),
    ...(backTranslations && { back_instruction: backTranslations }),
    ...(labels && { nli_scores: labels }),
    ...responseFields(known),
    ...(typeof passRate === 'number' && { pass_rate: passRate }),
    ...(judgements && { gen: judgements }),
    ...(mostSimilar && { most_similar: mostSimilar, avg_similarity_score: averageSimilarity }),
    ...(backInstructions && { back_instructions: backInstructions }),
    ...(isClassification !== undefined && { is_classification: isClassification }),
  }
}
