import t from 'tap'
import { promptLengths } from '../../../lib/config/gauge/prompt-lengths.ts'
import { template } from '../../../lib/prompts/prompt.ts'
import { knobs, turned } from '../../../lib/recipes/knobs.ts'

t.test('each stage that asks a model has a prompt, the one of the language that is asked for', async t => {
  const lengths = promptLengths(knobs)
  for (const [stage, length] of Object.entries(lengths)) t.ok(length > 100, stage)
  t.equal(lengths['generate-verifiers'], template('generate-verifiers-python').length)
  const other = promptLengths(turned({ generateVerifiers: { language: 'javascript' } }))
  t.equal(other['generate-verifiers'], template('generate-verifiers-javascript').length)
  const functions = promptLengths(turned({ writeFunctions: { language: 'javascript' } }))
  t.equal(functions['write-functions'], template('write-functions-javascript').length)
})
