import t from 'tap'
import { houseWith } from '../../../lib/config/open/house-with.ts'
import type { House } from '../../../lib/recipes/house.ts'
import { turned } from '../../../lib/recipes/knobs.ts'
import { entailerOf, sandboxOf, scripted } from '../../fixtures/fakes.ts'
import { gathered } from '../../fixtures/gathered.ts'

const fakes = () => ({
  model: scripted(() => [], { name: 'mine' }),
  sandbox: sandboxOf({}),
  nli: entailerOf(() => 'neutral', { name: 'mine' }),
})

t.test('parts of one’s own are used as they are, and one’s own model judges as well', async t => {
  const parts = { ...fakes(), queries: [{ query: 'Why?' }], sft: { write() {}, close() {} } }
  await using house = await houseWith(parts)
  for (const [name, part] of Object.entries(parts)) t.equal(house[name as keyof typeof parts], part, name)
  t.equal(house.judge, parts.model)
  const whole: House = house
  t.ok(whole.dpo, 'pairs go somewhere, if only nowhere')
})

t.test('the rest is opened as the settings say', async t => {
  await using house = await houseWith(
    {},
    { model: 'rehearsal', concurrency: 3, threads: 2 },
    turned({ draws: { requests: 0 } }),
  )
  t.match(house, { model: { name: 'rehearsal', lanes: 3 }, sandbox: { lanes: 4 }, nli: { name: 'lexical-baseline' } })
  t.equal(house.judge, house.model)
  t.ok(
    (await gathered(house.draws as AsyncIterable<object>)).every(one => 'instruction' in one),
    'no draws',
  )
  await using judged = await houseWith(fakes(), { judgeModel: 'rehearsal' })
  t.match(judged, { model: { name: 'mine' }, judge: { name: 'rehearsal' } })
})

t.test('what was opened is closed, what was given is not', async t => {
  const nli = Object.assign(
    entailerOf(() => 'neutral'),
    { close: () => t.fail('not ours to close') },
  )
  const house = await houseWith({ model: scripted(() => []), nli }, { threads: 1 })
  const grade = () => house.sandbox.grade(['function evaluate() { return true }'], ['any'])
  t.match(await grade(), [{ outcomes: 'T' }])
  await house.close()
  await t.rejects(grade(), { code: 'AUTOIF_SANDBOX' })
})

t.test('without a model there is no house', async t => {
  await t.rejects(houseWith({ queries: [] }), { code: 'AUTOIF_USAGE', message: /no model/ })
})
