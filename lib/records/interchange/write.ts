import type { BackTranslated, Candidate, Case, Entailed, Sampled, Scored, Verified } from '../records.ts'

type Any = Partial<Candidate & BackTranslated & Entailed & Sampled & Verified & Scored>

const pairs = (cases: readonly Case[] = []): readonly unknown[] => cases.map(({ input, expected }) => [input, expected])

const verifierFields = ({ verifiers, replies = [], functions, cases, response }: Any): object => {
  if (verifiers) return { eval_func: verifiers.map(({ code, accuracy }) => [code, accuracy]), cases: pairs(cases) }
  // What became a response has its verifiers, and the replies they were read from, behind it.
  if (response !== undefined) return {}
  // Functions and cases are read again from the replies, with whatever tolerance is asked for then.
  if (replies.length > 0) return { 'gpt-answer': replies }
  return functions ? { functions, cases: pairs(cases) } : {}
}

const responseFields = ({ responses, graded }: Any): object => {
  if (!graded) return responses ? { 'gpt-answer': responses } : {}
  const outcomes = graded.map(({ outcomes }) => outcomes)
  const response = graded.map(({ text, passRate }) => [text, passRate])
  return outcomes.some(letters => letters !== '') ? { response, outcomes } : { response }
}

/**
 * A record of any stage as it is written to disk, in upstream's names: verifiers as `eval_func` and `cases`, teacher's
 * replies or responses as `gpt-answer`, graded responses as `response` and `outcomes`, back-translations as
 * `back_instruction`, labels as `nli_scores`, judge's replies as `gen`, the pass rate as `pass_rate`. All else as it is.
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
    ...rest
  } = known
  return {
    ...rest,
    ...verifierFields(known),
    ...(backTranslations && { back_instruction: backTranslations }),
    ...(labels && { nli_scores: labels }),
    ...responseFields(known),
    ...(typeof passRate === 'number' && { pass_rate: passRate }),
    ...(judgements && { gen: judgements }),
  }
}
