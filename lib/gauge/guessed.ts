import type { Knobs } from '../recipes/knobs.ts'
import type { RecipeName } from '../recipes/needs.ts'
import type { Asker } from './workload.ts'
import { type Working, workload } from './workloads/index.ts'

/** Tokens of one stage for one query. */
export interface Guess {
  readonly requests: number
  readonly prompt: number
  readonly cached: number
  readonly completion: number
}

/** The stages that ask a model about a query or about instructions for queries. */
export type Guessable = Exclude<Asker, 'invert' | 'curate' | 'bootstrap' | 'consistent' | 'classify' | 'instantiate'>

/**
 * Characters of a reply, in the mean: of QwenLM/AutoIF's published verifier replies (867), back-translations (203) and judgements
 * (508); of llama3_autoif's instructions (53), functions (232) and cases of one reply (433); of responses the middle between
 * QwenLM's (475) and llama3_autoif's (1,547). An instruction has some 60, a function some 400. A text that proves instructions is told to be short.
 */
const replies: Readonly<Record<Guessable, number>> = {
  augment: 50 * 60,
  propose: 53,
  'generate-verifiers': 867,
  'write-functions': 232,
  'write-cases': 433,
  'back-translate': 203,
  satisfy: 475,
  sample: 1011,
  converse: 1011,
  score: 508,
}
const instruction = 60
const code = 400
// Of our own pairs and of llama3_autoif's alike.
const pair = 140
const charactersPerToken = 4

/** What each stage of a recipe that reads queries will take for one of `queryLength` characters, by `promptLength`, the characters of a stage's prompt without what is filled in. */
export const guessed = (
  recipe: RecipeName,
  k: Knobs,
  {
    queryLength,
    promptLength,
    ...working
  }: Working & { readonly queryLength: number; readonly promptLength: (stage: Guessable) => number },
): Readonly<Record<string, Guess>> => {
  const set = k.compose.turns * k.compose.perTurn * instruction
  const filledIn: Readonly<Record<Guessable, number>> = {
    augment: k.draws.shots * instruction,
    propose: k.propose.shots * pair + queryLength,
    'generate-verifiers': instruction,
    'write-functions': instruction + queryLength,
    'write-cases': instruction + queryLength + code,
    'back-translate': k.backTranslate.backTranslations * code,
    satisfy: set,
    sample: instruction + queryLength + (k.sample.showVerifier ? code : 0),
    converse: set + queryLength + replies.converse,
    score: instruction + queryLength + replies.sample,
  }
  const load = workload(recipe, k, working)
  return Object.fromEntries(
    (Object.entries(load.requests) as [Guessable, number][]).map(([stage, requests]) => [
      stage,
      {
        requests,
        prompt: (requests * (promptLength(stage) + filledIn[stage])) / charactersPerToken,
        cached: 0,
        completion: ((load.replies[stage] ?? 0) * replies[stage]) / charactersPerToken,
      },
    ]),
  )
}
