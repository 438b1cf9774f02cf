import t from 'tap'
import { guessed } from '../../lib/gauge/guessed.ts'
import { knobs, turned } from '../../lib/recipes/knobs.ts'

const one = { queryLength: 100, promptLength: () => 1000 }
const completionOf = (guess: ReturnType<typeof guessed>) =>
  Object.values(guess).reduce((sum, { completion }) => sum + completion, 0)

t.test('every stage that asks a model has its part', async t => {
  const guess = guessed('autoif', knobs, one)
  t.same(Object.keys(guess).sort(), ['augment', 'back-translate', 'generate-verifiers', 'sample', 'score'])
  for (const { requests, prompt, completion } of Object.values(guess))
    t.ok(requests > 0 && prompt > 0 && completion > 0)
})

t.test('twice the responses cost more, longer queries too, and verified instructions cost nothing', async t => {
  const fixed = (responses: number) => turned({ sample: { adaptive: false, responses } })
  t.ok(completionOf(guessed('autoif', fixed(8), one)) > completionOf(guessed('autoif', fixed(4), one)))
  t.ok(
    (guessed('autoif', knobs, { ...one, queryLength: 1000 }).sample?.prompt ?? 0) >
      (guessed('autoif', knobs, one).sample?.prompt ?? 0),
  )
  t.equal(guessed('autoif', knobs, { ...one, verified: true })['generate-verifiers']?.completion, 0)
})

t.test('recipes that read queries are guessed by their own stages', async t => {
  t.same(Object.keys(guessed('llama3', knobs, one)).sort(), ['propose', 'sample', 'write-cases', 'write-functions'])
  t.ok(guessed('conversations', knobs, one).converse)
  t.notOk('back-translate' in guessed('dispatcher', knobs, one))
  const shown = turned({ sample: { showVerifier: true } })
  t.ok((guessed('llama3', shown, one).sample?.prompt ?? 0) > (guessed('llama3', knobs, one).sample?.prompt ?? 0))
})
