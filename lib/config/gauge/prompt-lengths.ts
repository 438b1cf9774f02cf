import type { Guessable } from '../../gauge/guessed.ts'
import { template } from '../../prompts/prompt.ts'
import type { Knobs } from '../../recipes/knobs.ts'

/** Characters of the prompt of each stage that a query has to do with and that asks a model, without what is filled in. */
export const promptLengths = (k: Knobs): Readonly<Record<Guessable, number>> => {
  const own = ({ language }: { readonly language: Knobs['generateVerifiers']['language'] }) =>
    language === 'javascript' ? language : 'python'
  return {
    augment: template('augment').length,
    propose: template('propose').length,
    'generate-verifiers': template(`generate-verifiers-${own(k.generateVerifiers)}`).length,
    'write-functions': template(`write-functions-${own(k.writeFunctions)}`).length,
    'write-cases': template('write-cases').length,
    'back-translate': template('back-translate').length,
    satisfy: template('satisfy').length,
    sample: template('respond').length,
    converse: template('respond-again').length,
    score: template('judge').length,
  }
}
