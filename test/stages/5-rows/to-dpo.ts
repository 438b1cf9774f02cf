import t from 'tap'
import { presets } from '../../../lib/recipes/presets.ts'
import type { DpoRow } from '../../../lib/records/rows.ts'
import { type defaults, toDpo } from '../../../lib/stages/5-rows/to-dpo.ts'
import { verified } from '../../fixtures/cast.ts'
import { skip, upstreamRows } from '../../fixtures/upstream.ts'
import { visit } from '../../fixtures/visit.ts'

type Knobs = Partial<typeof defaults>

const of = (passRates: Readonly<Record<string, number | null>>) => ({
  ...verified,
  graded: Object.entries(passRates).map(([text, passRate]) => ({ text, passRate, outcomes: '' })),
})

const rows = async (passRates: Readonly<Record<string, number | null>>, knobs: Knobs = {}, id = 'r') =>
  (await visit(toDpo(knobs), of(passRates), { id })) as unknown as DpoRow[]

const pairs = async (...given: Parameters<typeof rows>) =>
  (await rows(...given)).map(({ chosen, rejected }) => `${chosen}>${rejected}`)

const many = { A: 1, B: 0.9, C: 0.8, D: 0.5, u: 0, v: 0, w: 0 }
const zip: Knobs = { pairing: 'zip-cycle' }

t.test('a row is the prompt, a response to prefer and one to avoid, and where they come from', async t => {
  t.strictSame(await rows({ GOOD: 0.75, bad: 0 }, {}, 'i.q'), [
    {
      prompt: 'How do tides work? Answer in capital letters.',
      chosen: 'GOOD',
      rejected: 'bad',
      lineage: {
        id: 'i.q.0',
        model: 'teacher',
        chosen_pass_rate: 0.75,
        rejected_pass_rate: 0,
        instruction: verified.instruction,
        query: verified.query,
      },
    },
  ])
})

t.test('preferred from a pass rate of 0.5 on, avoided at 0 only', async t => {
  t.same(await pairs({ A: 0.5, b: 0.499, c: 0.01, d: 0 }, zip), ['A>d'])
  t.same(await pairs({ A: 1, B: 0.5, d: 0 }, { ...zip, chosenFrom: 0.75 }), ['A>d'])
})

t.test('a response nobody gave a verdict on is neither preferred nor avoided', async t => {
  t.same(await pairs({ A: 1, n: null, d: 0 }, zip), ['A>d'])
  t.strictSame(await visit(toDpo(), of({ A: 1, n: null })), { reject: 'nothing-rejected' })
  t.strictSame(await visit(toDpo(), of({ n: null, d: 0 })), { reject: 'nothing-chosen' })
})

t.test('refused when one of the two sides is empty', async t => {
  t.strictSame(await visit(toDpo(), of({ a: 0.49, d: 0 })), { reject: 'nothing-chosen' })
  t.strictSame(await visit(toDpo(), of({ A: 1, b: 0.2 })), { reject: 'nothing-rejected' })
})

t.test('two by two: all pairs of at most two of each side, each row with an id of its own', async t => {
  const found = await rows(many, {}, 'i.q')
  t.same(
    found.map(({ lineage }) => lineage.id),
    ['i.q.0', 'i.q.1', 'i.q.2', 'i.q.3'],
  )
  const chosen = [...new Set(found.map(({ chosen }) => chosen))]
  const rejected = [...new Set(found.map(({ rejected }) => rejected))]
  t.match([chosen.length, rejected.length], [2, 2])
  t.same(
    found.map(row => `${row.chosen}>${row.rejected}`),
    chosen.flatMap(one => rejected.map(other => `${one}>${other}`)),
  )
  t.same(await pairs({ A: 1, d: 0, e: 0, f: 0 }).then(({ length }) => length), 2)
  t.same(
    (await rows({ A: 1, B: 1, d: 0 })).map(({ lineage }) => lineage.id),
    ['r.0', 'r.1'],
  )
})

t.test(
  'two by two: the same record draws the same pairs, others draw others, so that each response has its chance',
  async t => {
    t.same(await pairs(many, {}, 'a'), await pairs(many, {}, 'a'))
    const drawn = new Set<string>()
    for (let at = 0; at < 40; at++) for (const pair of await pairs(many, {}, `${at}`)) drawn.add(pair)
    t.equal(drawn.size, 4 * 3)
  },
)

t.test('zip-cycle: side by side, the shorter side over again, every response used', async t => {
  t.same(await pairs(many, zip), ['A>u', 'B>v', 'C>w', 'D>u'])
  t.same(await pairs({ A: 1, B: 1, u: 0, v: 0, w: 0 }, zip), ['A>u', 'B>v', 'A>w'])
  t.same(
    (await rows(many, zip, 'i.q')).map(({ lineage }) => lineage.id),
    ['i.q.0', 'i.q.1', 'i.q.2', 'i.q.3'],
  )
})

t.test('the same response twice is one response', async t => {
  const one = (text: string, passRate: number) => ({ text, passRate, outcomes: '' })
  const graded = [one('A', 1), one('A', 1), one('A', 1), one('d', 0), one('d', 0)]
  for (const knobs of [{}, zip]) {
    t.match(await visit(toDpo(knobs), { ...verified, graded }), [{ chosen: 'A', rejected: 'd' }])
    t.equal(((await visit(toDpo(knobs), { ...verified, graded })) as unknown as unknown[]).length, 1)
  }
})

t.test('query and instruction are joined soundly, unless a preset joins as upstream does', async t => {
  const prompt = async (knobs: Knobs) =>
    (await visit(toDpo(knobs), { ...of({ A: 1, d: 0 }), query: 'what is 3.14' })) as unknown as DpoRow[]
  t.match(await prompt(presets.sound), [{ prompt: 'What is 3.14. Answer in capital letters.' }])
  for (const preset of ['paper', 'reference-code'] as const) {
    t.match(await prompt(presets[preset].toDpo), [{ prompt: 'What is 3.14 Answer in capital letters..' }], preset)
  }
})

t.test('a blank response is neither preferred nor avoided, and none is both', async t => {
  t.same(await pairs({ A: 1, ' ': 1, '': 0, d: 0 }, zip), ['A>d'])
  const one = (text: string, passRate: number) => ({ text, passRate, outcomes: '' })
  const graded = [one('A', 1), one('A', 0), one('B', 1), one('d', 0)]
  t.match(await visit(toDpo(zip), { ...verified, graded }), [{ chosen: 'B', rejected: 'd' }])
  t.strictSame(await visit(toDpo(), { ...verified, graded: graded.slice(0, 2) }), { reject: 'nothing-chosen' })
})

t.test('llama3_autoif’s completions make as many pairs as its step 6 makes of their scores', { skip }, async t => {
  const rates = upstreamRows('expected/llama3_autoif/completions.matrix.jsonl').map(({ pass_rate }) => pass_rate)
  const completions = [0, 1, 2, 3].flatMap(part => upstreamRows(`data/llama3_autoif/completions-${part}.jsonl`))
  const made = await Promise.all(
    completions.map(async ({ query, instruction, completions }, at) => {
      const graded = completions.map((text: string, place: number) => ({
        text,
        passRate: rates[at][place],
        outcomes: '',
      }))
      return [await visit(toDpo(presets.llama3.toDpo), { ...verified, query, instruction, graded })].flat()
    }),
  )
  const pairs = made.map(rows => rows.filter(row => 'chosen' in (row as object)).length)
  t.equal(pairs.length, 544)
  t.equal(pairs.filter(Boolean).length, 113)
  t.equal(
    pairs.reduce((sum, one) => sum + one, 0),
    644,
  )
})
