import { template } from '../../prompts/prompt.ts'
import { seeded } from '../../random.ts'
import { unfill } from '../../text/fill.ts'
import type { Model } from '../model.ts'
import { augment } from './replies/augment.ts'
import { backTranslate } from './replies/back-translate.ts'
import { generateVerifiers } from './replies/generate-verifiers.ts'
import { judge } from './replies/judge.ts'
import { respond } from './replies/respond.ts'

/**
 * `lanes` is a number of asks; all others are shares in 0..1 of what is wrong on purpose. None is measured on a real model;
 * they are set so that every stage has something to refuse and still lets most through.
 */
export const defaults = {
  lanes: 16,
  /** Of the functions for an instruction. */
  wrongFunctions: 0.2,
  /** Of their cases. */
  wrongCases: 0.1,
  /** Of the JSON replies: cut off, refused, unfenced, verdicts as words, prose around, bare line ends in strings. */
  brokenReplies: 0.05,
  /** Of the sentences that describe a right function. */
  driftingBackTranslations: 0.1,
  violatingResponses: 0.35,
  /** Of the scores, below 8. */
  lowScores: 0.2,
  /** Of the judge's last lines, among them some without a score. */
  sloppyScores: 0.05,
  /** Of the instructions: styles, repetitions and near-repetitions. */
  unusableBullets: 0.05,
}

export type Rates = Omit<typeof defaults, 'lanes'>

/** Makes one reply after another to the same prompt; everything that varies is drawn. */
export type Answer = (random: () => number) => string

type Reply = (values: Readonly<Record<string, string>>, rates: Rates) => Answer

const known: readonly (readonly [read: ReturnType<typeof unfill>, reply: Reply])[] = [
  [unfill(template('augment')), augment],
  [unfill(template('generate-verifiers-javascript')), generateVerifiers('javascript')],
  [unfill(template('generate-verifiers-python')), generateVerifiers('python')],
  [unfill(template('back-translate')), backTranslate],
  [unfill(template('respond')), respond],
  [unfill(template('judge')), judge],
]

const answerTo = (prompt: string, rates: Rates): Answer => {
  for (const [read, reply] of known) {
    const values = read(prompt)
    if (values) return reply(values, rates)
  }
  return () => 'This is the rehearsal teacher. It answers only the prompts that the pipeline itself asks.'
}

/**
 * A scripted teacher that answers the pipeline's own prompts, right or wrong at known rates; its prose is not training data.
 * A reply depends on the prompt, the request's seed and the reply's place alone: reply i of seed s is reply 0 of seed s + i,
 * as with servers that give one reply a request. `ask` rejects only with the reason of an aborted signal.
 */
export const rehearsal = (options: Partial<typeof defaults> = {}): Model => {
  const { lanes, ...rates } = { ...defaults, ...options }
  return {
    name: 'rehearsal',
    lanes,
    async ask(prompt, { n = 1, seed = 0, signal } = {}) {
      signal?.throwIfAborted()
      const answer = answerTo(prompt, rates)
      return Array.from({ length: n }, (_, place) => answer(seeded(`${seed + place} ${prompt}`)))
    },
  }
}
