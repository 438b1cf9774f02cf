import t from 'tap'
import { doors } from '../../../lib/records/interchange/doors.ts'
import { dispatcher } from '../../../lib/records/interchange/write-dispatcher.ts'
import { llama3 } from '../../../lib/records/interchange/write-llama3.ts'
import { candidate, sampled, task, validated } from '../../fixtures/cast.ts'

const { instruction, source } = candidate

const filtered = {
  instruction,
  source,
  eval_func: ['upper', 'no-lower'],
  cases: [
    { input: 'TEA', output: true },
    { input: 'tea', output: false },
  ],
}

t.test('each step leaves in the names that the next script of dispatcher reads', async t => {
  t.strictSame(dispatcher['generate-verifiers'](candidate), {
    original: { instruction, source, prompt: candidate.prompt },
    responses: ['a reply'],
  })
  t.strictSame(dispatcher['cross-validate'](validated), filtered)
  const { query, prompt, model } = sampled
  t.strictSame(dispatcher.pair(task), { ...filtered, query, prompt })
  t.strictSame(dispatcher.sample(sampled), {
    original: { ...filtered, query, prompt },
    responses: ['THE MOON.', 'The moon.'],
    model,
  })
})

t.test('functions that came without a reply are not hidden in an empty list of replies', async t => {
  t.match(dispatcher['generate-verifiers']({ ...candidate, replies: [] }), { functions: ['upper'] })
})

t.test('named arguments leave beside the response, and come back as they were', async t => {
  const args = { N: 3 }
  const open = { ...validated, cases: [{ input: 'TEA', args, expected: true }] }
  t.match(dispatcher['cross-validate'](open), { cases: [{ input: { response: 'TEA', N: 3 }, output: true }] })
  const filled = { ...task, args, template: 'Answer in {N} letters.', cases: open.cases }
  const written = dispatcher.pair(filled)
  t.match(written, { kwargs: args, template: filled.template })
  t.match(doors.sample.read(written), { args, template: filled.template, cases: open.cases })
})

t.test('instructions that stand together keep what each has', async t => {
  const composed = { instruction: 'One. Two.', composedOf: [validated, validated], turns: [1, 1], query: 'Why?' }
  const constraint = {
    instruction,
    eval_func: [
      ['upper', 1],
      ['no-lower', 0.8],
    ],
  }
  for (const { pair } of [dispatcher, llama3])
    t.match(pair(composed as never), { constraints: [constraint, constraint] })
})
