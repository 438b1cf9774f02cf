import { template } from '../../prompts/prompt.ts'
import { seeded } from '../../random.ts'
import { unfill } from '../../text/fill.ts'
import type { Model } from '../model.ts'
import type { Request } from '../reply.ts'
import { written } from '../vector.ts'
import { bagOf } from './bag.ts'
import { type Answer, defaults, type Rates } from './rates.ts'
import { augment } from './replies/augment.ts'
import { augmentTemplates } from './replies/augment-templates.ts'
import { backInstruct } from './replies/back-instruct.ts'
import { backTranslate } from './replies/back-translate.ts'
import { bootstrap } from './replies/bootstrap.ts'
import { classify } from './replies/classify.ts'
import { curate } from './replies/curate.ts'
import { fill } from './replies/fill.ts'
import { generateNamed } from './replies/generate-named.ts'
import { generateVerifiers } from './replies/generate-verifiers.ts'
import { instantiate } from './replies/instantiate.ts'
import { invert } from './replies/invert.ts'
import { judge } from './replies/judge.ts'
import { propose } from './replies/propose.ts'
import { respond } from './replies/respond.ts'
import { respondTogether } from './replies/respond-together.ts'
import { writeCases } from './replies/write-cases.ts'
import { writeFunctions } from './replies/write-functions.ts'
import { tokensOf } from './words.ts'

type Reply = (values: Readonly<Record<string, string>>, rates: Rates) => Answer

const known: readonly (readonly [read: ReturnType<typeof unfill>, reply: Reply])[] = [
  [unfill(template('augment')), augment],
  [unfill(template('generate-verifiers-javascript')), generateVerifiers('javascript')],
  [unfill(template('generate-verifiers-python')), generateVerifiers('python')],
  [unfill(template('augment-templates')), augmentTemplates],
  [unfill(template('generate-verifiers-named-javascript')), generateNamed('javascript')],
  [unfill(template('generate-verifiers-named-python')), generateNamed('python')],
  [unfill(template('fill')), fill],
  [unfill(template('satisfy')), respondTogether],
  [unfill(template('respond-together')), respondTogether],
  [unfill(template('respond-again')), respondTogether],
  [unfill(template('back-translate')), backTranslate],
  [unfill(template('bootstrap-iio')), bootstrap('iio')],
  [unfill(template('bootstrap-io')), bootstrap('io')],
  [unfill(template('back-instruct')), backInstruct],
  [unfill(template('classify')), classify],
  [unfill(template('instantiate')), instantiate],
  [unfill(template('respond')), respond],
  // The paper drops what is below 8, dispatcher what is below 4.
  [unfill(template('judge')), judge({ low: 0, good: 8, top: 10 })],
  [unfill(template('judge-relevance')), judge({ low: 1, good: 4, top: 5 })],
  [unfill(template('propose')), propose],
  [unfill(template('write-functions-javascript')), writeFunctions('javascript')],
  [unfill(template('write-functions-python')), writeFunctions('python')],
  [unfill(template('write-cases')), writeCases],
  [unfill(template('respond-shown')), respond],
  [unfill(template('invert')), invert],
  [unfill(template('curate')), curate],
]

const answerTo = (prompt: string, rates: Rates): Answer => {
  for (const [read, reply] of known) {
    const values = read(prompt)
    if (values) return reply(values, rates)
  }
  return () => 'This is the rehearsal teacher. It answers only the prompts that the pipeline itself asks.'
}

const ending =
  (answer: Answer, stop: readonly string[]): Answer =>
  random => {
    const text = answer(random)
    const ends = stop.map(end => text.indexOf(end)).filter(at => at >= 0)
    return ends.length > 0 ? text.slice(0, Math.min(...ends)) : text
  }

export type RehearsalOptions = Partial<typeof defaults> & {
  /** Stands around every ask, as around every request of `openChat`. */
  readonly around?: ((request: Request) => Request) | undefined
}

/**
 * A scripted teacher that answers the pipeline's own prompts, right or wrong at known rates; its prose is not training data.
 * A reply depends on the prompt, the request's seed and the reply's place alone: reply i of seed s is reply 0 of seed s + i,
 * as with servers that give one reply a request. `ask` rejects only with the reason of an aborted signal, or as `around` does.
 */
export const rehearsal = ({ around = request => request, ...options }: RehearsalOptions = {}): Model => {
  const { lanes, ...rates } = { ...defaults, ...options }
  const request = around(async (prompt, { way, n = 1, seed = 0, stop = [], signal }) => {
    signal?.throwIfAborted()
    if (way === 'embedding')
      return { replies: [{ text: written(bagOf(prompt)), finish: 'stop' }], tokens: tokensOf(prompt, []) }
    const answer = ending(answerTo(prompt, rates), stop)
    const texts = Array.from({ length: n }, (_, place) => answer(seeded(`${seed + place} ${prompt}`)))
    return { replies: texts.map(text => ({ text, finish: 'stop' })), tokens: tokensOf(prompt, texts) }
  })
  return {
    name: 'rehearsal',
    lanes,
    async ask(prompt, asking = {}) {
      const found = await request(prompt, asking)
      if ('refusesN' in found) throw found.refusesN
      return found.replies.map(({ text }) => text)
    },
  }
}
