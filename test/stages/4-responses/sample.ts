import t from 'tap'
import { sample } from '../../../lib/stages/4-responses/sample.ts'
import { task } from '../../fixtures/cast.ts'
import { scripted } from '../../fixtures/fakes.ts'
import { seedAsked } from '../../fixtures/seed-asked.ts'
import { visit } from '../../fixtures/visit.ts'

t.test('the record grows by the responses, in order and with repeats, and by the name of who gave them', async t => {
  const model = scripted(() => ['ONE.', 'Two.', 'ONE.'], { name: 'teacher' })
  t.strictSame(await visit(sample({ model }), task), {
    ...task,
    responses: ['ONE.', 'Two.', 'ONE.'],
    model: 'teacher',
  })
})

t.test('the task’s own prompt is asked, 8 times at temperature 0.8, the length left to the server', async t => {
  const { signal } = new AbortController()
  const model = scripted(() => ['ONE.'])
  await visit(sample({ model }), task, { signal })
  t.match(model.asked, [{ prompt: task.prompt, asking: { n: 8, temperature: 0.8 } }])
  t.equal(model.asked.length, 1)
  t.equal(model.asked[0]?.asking.signal, signal)
  t.notOk('maxTokens' in model.asked[0]!.asking)
})

t.test('other numbers and a limit are asked for when told', async t => {
  const model = scripted(() => ['ONE.'])
  await visit(sample({ model, responses: 2, temperature: 0, maxTokens: 300 }), task)
  t.match(model.asked, [{ asking: { n: 2, temperature: 0, maxTokens: 300 } }])
})

t.test('the seed is drawn from the run and the record', async t => {
  const seed = seedAsked(model => sample({ model }), task)
  t.equal(await seed('a'), await seed('a'))
  t.not(await seed('a'), await seed('b'))
  t.not(await seed('a'), await seed('a', '1'))
})

t.test('an unanswered request is the model’s error, not a refusal', async t => {
  const model = scripted(() => Promise.reject(new Error('no answer')))
  await t.rejects(visit(sample({ model }), task), { message: 'no answer' })
})

t.test('as many tasks are asked at once as the model can take', async t => {
  t.match(sample({ model: scripted(() => [], { lanes: 12 }) }), { cost: 'model', lanes: 12, rejects: {} })
})
