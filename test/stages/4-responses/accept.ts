import t from 'tap'
import { presets } from '../../../lib/recipes/presets.ts'
import { accept } from '../../../lib/stages/4-responses/accept.ts'
import { accepted, verified } from '../../fixtures/cast.ts'
import { visit } from '../../fixtures/visit.ts'

const of = (...passRates: (number | null)[]) => ({
  ...verified,
  graded: passRates.map((passRate, at) => ({ text: `R${at}`, passRate, outcomes: 'TF' })),
})

/** What became of each response: its text, or the reason it was refused for. */
const outcome = async (record: typeof verified | ReturnType<typeof of>, knobs?: { readonly passRateAbove: number }) =>
  ((await visit(accept(knobs), record)) as unknown as { response?: string; reject?: string }[]).map(
    one => one.reject ?? one.response,
  )

t.test('one record for each response that its verifiers accept, one refusal for each other', async t => {
  const { response: _, ...part } = accepted
  t.strictSame(await visit(accept(), verified), [
    accepted,
    {
      reject: 'low-pass-rate',
      detail: { passRate: 0, outcomes: 'FF' },
      part: { ...part, response: 'The moon.', passRate: 0 },
    },
  ])
})

t.test('more than half of the verifiers must accept a response; the reference code is content with one', async t => {
  const rates = of(0.5, 0.50001, 0.49, 0, 0.01)
  const low = 'low-pass-rate'
  t.same(await outcome(rates), [low, 'R1', low, low, low])
  t.same(await outcome(rates, presets.paper.accept), [low, 'R1', low, low, low])
  t.same(await outcome(rates, presets['reference-code'].accept), ['R0', 'R1', 'R2', low, 'R4'])
})

t.test('a response nobody gave a verdict on is refused under any threshold', async t => {
  t.same(await outcome(of(null, 1)), ['unverified', 'R1'])
  t.same(await outcome(of(null), { passRateAbove: -1 }), ['unverified'])
})

t.test('the same response is used once for a prompt; one that was refused does not count as used', async t => {
  const graded = [
    { text: 'SAME', passRate: 0, outcomes: 'FF' },
    { text: 'SAME', passRate: 1, outcomes: 'TT' },
    { text: 'SAME', passRate: 1, outcomes: 'TT' },
    { text: 'OTHER', passRate: 1, outcomes: 'TT' },
  ]
  t.same(await outcome({ ...verified, graded }), ['low-pass-rate', 'SAME', 'repeated', 'OTHER'])
  const stage = accept()
  t.match(await visit(stage, verified), [{ response: 'THE MOON.' }])
  t.match(await visit(stage, verified), [{ response: 'THE MOON.' }], 'another record may have it again')
})

t.test('a refused part can stand in the file of rejects alone: it names its response and what was asked', async t => {
  const [refused] = (await visit(accept(), of(null))) as unknown as [{ part: unknown }]
  t.match(refused.part, { instruction: verified.instruction, query: verified.query, response: 'R0', passRate: null })
})
