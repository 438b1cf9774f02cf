import t from 'tap'
import { satisfy } from '../../../lib/stages/2-verifiers/satisfy.ts'
import { contradiction } from '../../../lib/text/contradiction.ts'
import { sandboxOf, scripted } from '../../fixtures/fakes.ts'
import { seedAsked } from '../../fixtures/seed-asked.ts'
import { visit } from '../../fixtures/visit.ts'

const sandbox = sandboxOf({
  upper: text => text === text.toUpperCase(),
  short: (text, { N }) => text.length <= Number(N),
  silent: () => undefined,
})
const open = {
  instruction: 'Use at most {N} letters.',
  placeholders: { N: { type: 'numeric' } },
  verifiers: [{ code: 'short', accuracy: 1 }],
  cases: [{ input: 'a', args: { N: 4 }, expected: true }],
} as const
const upper = { instruction: 'Use capitals.', verifiers: [{ code: 'upper', accuracy: 1 }], cases: [] }
const set = { instruction: 'Use capitals. Use at most {N} letters.', composedOf: [upper, open], turns: [1, 1] }

const prove = (replies: readonly string[], knobs = {}) => {
  const model = scripted(() => replies)
  return { model, yielded: visit(satisfy({ model, sandbox, ...knobs }), set) }
}

t.test('one text that passes all verifiers is proof enough, and the set goes on as it was', async t => {
  const { model, yielded } = prove(['tea', 'TEAPOT', 'TEA', 'tea'])
  t.equal(await yielded, set)
  const [{ prompt, asking }] = model.asked as [(typeof model.asked)[0]]
  t.match(prompt, '- Use capitals.\n- Use at most 4 letters.', 'placeholders have the values of a case')
  t.match(prompt, contradiction)
  t.equal(asking.n, 4)
})

t.test('without such a text the set is refused and the texts are shown', async t => {
  t.match(await prove(['tea', 'TEAPOT', contradiction]).yielded, {
    reject: 'unsatisfied',
    detail: { texts: ['tea', 'TEAPOT'] },
  })
})

t.test('when the teacher sees nothing but a contradiction it says so', async t => {
  t.match(await prove([contradiction, contradiction]).yielded, { reject: 'contradictory' })
  t.match(await prove([contradiction, ' ']).yielded, { reject: 'contradictory' })
  t.match(await prove(['', ' ']).yielded, { reject: 'unsatisfied', detail: { texts: [] } })
})

t.test('as many texts are asked for as told, by a seed of the record', async t => {
  const { model, yielded } = prove(['TEA'], { tries: 7, temperature: 0.2 })
  await yielded
  t.match(model.asked, [{ asking: { n: 7, temperature: 0.2 } }])
  const seed = seedAsked(model => satisfy({ model, sandbox }), set)
  t.equal(await seed('a'), await seed('a'))
  t.not(await seed('a'), await seed('b'))
})

t.test('where no case has values, stated ones are drawn, and others cannot be tried', async t => {
  const withoutCases = (placeholders: object) => {
    const model = scripted(() => ['TEA'])
    const bare = { ...open, placeholders, cases: [] } as never
    const several = { ...set, composedOf: [upper, bare] }
    return { model, yielded: visit(satisfy({ model, sandbox }), several) }
  }
  const drawn = withoutCases({ N: { type: 'numeric', values: [3] } })
  t.match(await drawn.yielded, { turns: [1, 1] })
  t.match(drawn.model.asked[0]?.prompt, '- Use at most 3 letters.')
  const { model, yielded } = withoutCases({ N: { type: 'numeric' } })
  t.match(await yielded, { reject: 'no-example', detail: { instruction: 'Use at most {N} letters.' } })
  t.same(model.asked, [])
})

t.test('a verifier that gives no verdict may count as one that refuses', async t => {
  const silent = { ...upper, verifiers: [...upper.verifiers, { code: 'silent', accuracy: 1 }] }
  const half = { ...set, composedOf: [silent] }
  const proven = async (errorsFail: boolean) =>
    visit(satisfy({ model: scripted(() => ['TEA']), sandbox, errorsFail }), half)
  t.equal(await proven(false), half)
  t.match(await proven(true), { reject: 'unsatisfied' })
})
