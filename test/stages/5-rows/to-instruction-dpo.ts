import t from 'tap'
import type { DpoRow } from '../../../lib/records/rows.ts'
import { toInstructionDpo } from '../../../lib/stages/5-rows/to-instruction-dpo.ts'
import { validated } from '../../fixtures/cast.ts'
import { sandboxOf } from '../../fixtures/fakes.ts'
import { visit } from '../../fixtures/visit.ts'

const sandbox = sandboxOf({
  upper: text => text === text.toUpperCase(),
  'no-lower': text => !/[a-z]/.test(text),
  long: text => text.length > 3,
})

const of = (inputs: readonly string[], codes: readonly string[] = ['upper', 'no-lower']) => ({
  ...validated,
  verifiers: codes.map(code => ({ code, accuracy: 1 })),
  cases: inputs.map(input => ({ input, expected: true })),
})

const pairs = async (...given: Parameters<typeof of>) =>
  ((await visit(toInstructionDpo({ sandbox }), of(...given))) as unknown as DpoRow[]).map(
    ({ chosen, rejected }) => `${chosen}>${rejected}`,
  )

t.test('the instruction is the prompt, a case that is accepted is chosen, one that all refuse is rejected', async t => {
  t.strictSame(await visit(toInstructionDpo({ sandbox, author: 'teacher' }), validated, { id: 'i' }), [
    {
      prompt: 'Answer in capital letters.',
      chosen: 'TEA',
      rejected: 'tea',
      lineage: {
        id: 'i.0',
        model: 'teacher',
        chosen_pass_rate: 1,
        rejected_pass_rate: 0,
        instruction: 'Answer in capital letters.',
        query: '',
      },
    },
  ])
})

t.test('chosen above half of the functions, rejected by all of them', async t => {
  t.strictSame(
    await pairs(['TEAS', 'Teas', 'no'], ['upper', 'no-lower', 'long']),
    ['TEAS>no'],
    'one of three is neither',
  )
  t.strictSame(await pairs(['ABCD', 'ABC', 'tea'], ['upper', 'long']), ['ABCD>tea'], 'half is not above half')
})

t.test('at most two of each side, all pairs of them, the same ones every time', async t => {
  const inputs = ['A', 'B', 'C', 'D', 'a', 'b', 'c', 'd']
  const found = await pairs(inputs)
  t.equal(new Set(found).size, 4)
  t.strictSame(await pairs(inputs), found)
})

t.test('a blank case is none, and refused is an instruction without one of the sides', async t => {
  t.strictSame(await pairs(['A', '', '  ', 'a', 'A']), ['A>a'])
  const stage = toInstructionDpo({ sandbox })
  t.strictSame(await visit(stage, of(['a'])), { reject: 'nothing-chosen' })
  t.strictSame(await visit(stage, of(['A', ''])), { reject: 'nothing-rejected' })
  t.strictSame(await visit(stage, of(['A', 'a'], ['gone'])), { reject: 'nothing-chosen' })
})

t.test('cases of an instruction with placeholders are no answers to one and the same instruction', async t => {
  const open = { ...validated, placeholders: { N: { type: 'numeric' } } } as const
  t.same(await visit(toInstructionDpo({ sandbox: sandboxOf({}) }), open), { reject: 'open' })
})
