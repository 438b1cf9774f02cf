import t from 'tap'
import { presets } from '../../../lib/recipes/presets.ts'
import type { LabelledRow } from '../../../lib/records/rows.ts'
import { toKto } from '../../../lib/stages/5-rows/to-kto.ts'
import { verified } from '../../fixtures/cast.ts'
import { visit } from '../../fixtures/visit.ts'

const of = (passRates: readonly (readonly [string, number | null])[]) => ({
  ...verified,
  graded: passRates.map(([text, passRate]) => ({ text, passRate, outcomes: '' })),
})

const labels = async (passRates: readonly (readonly [string, number | null])[], knobs = {}) =>
  ((await visit(toKto(knobs), of(passRates))) as unknown as LabelledRow[]).map(({ response, label }) => [
    response,
    label,
  ])

t.test('a row is the prompt, one response, its label, and where it comes from', async t => {
  t.strictSame(await visit(toKto(), of([['GOOD', 0.75]]), { id: 'i.q' }), [
    {
      prompt: 'How do tides work? Answer in capital letters.',
      response: 'GOOD',
      label: true,
      lineage: {
        id: 'i.q.0',
        model: 'teacher',
        pass_rate: 0.75,
        instruction: verified.instruction,
        query: verified.query,
      },
    },
  ])
})

t.test('accepted is true, refused by all is false, what is in between or unknown is left out', async t => {
  const some = [
    ['A', 1],
    ['B', 0.51],
    ['c', 0.5],
    ['d', 0.1],
    ['e', 0],
    ['f', null],
  ] as const
  t.strictSame(await labels(some), [
    ['A', true],
    ['B', true],
    ['e', false],
  ])
  t.strictSame(await labels(some, { passRateAbove: 0.05 }), [
    ['A', true],
    ['B', true],
    ['c', true],
    ['d', true],
    ['e', false],
  ])
})

t.test('every response is one row, and a blank one is none', async t => {
  t.strictSame(
    await labels([
      ['A', 1],
      ['A', 1],
      ['  ', 1],
      ['', 0],
      ['d', 0],
    ]),
    [
      ['A', true],
      ['d', false],
    ],
  )
})

t.test('refused when nothing is decided', async t => {
  t.strictSame(
    await visit(
      toKto(),
      of([
        ['a', 0.3],
        ['b', null],
        ['', 0],
      ]),
    ),
    { reject: 'undecided' },
  )
})

t.test('query and instruction are joined as everywhere', async t => {
  const [row] = (await visit(toKto(presets.paper.toKto), {
    ...of([['A', 1]]),
    query: 'what is 3.14',
  })) as unknown as LabelledRow[]
  t.equal(row?.prompt, 'What is 3.14 Answer in capital letters..')
})
