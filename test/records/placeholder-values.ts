import t from 'tap'
import { seeded } from '../../lib/random.ts'
import { chosenFrom, drawnFrom } from '../../lib/records/placeholder-values.ts'

t.test('what has stated values or a range is drawn, both ends of it included', async t => {
  const random = seeded('values')
  const found = new Set<unknown>()
  for (let draw = 0; draw < 100; draw++) {
    const { N, mark, ...rest } = drawnFrom(
      {
        N: { type: 'numeric', min: -1, max: 1 },
        mark: { type: 'static', values: ['!'] },
        word: { type: 'dynamic' },
        M: { type: 'numeric', min: 3 },
      },
      random,
    )
    found.add(N)
    t.equal(mark, '!')
    t.same(rest, {}, 'what has neither is left to the teacher')
  }
  t.same([...found].sort(), [-1, 0, 1])
})

t.test('a reply has to have all values, each of its kind', async t => {
  const open = [
    ['N', { type: 'numeric' }],
    ['word', { type: 'dynamic' }],
  ] as const
  t.same(chosenFrom({ N: '3', word: ' tides ', more: 1 }, open, {}), { N: 3, word: 'tides' })
  for (const reply of [undefined, { N: 3 }, { N: Number.NaN, word: 'a' }, { N: 3, word: [] }, { N: '', word: 'a' }])
    t.equal(chosenFrom(reply, open, {}), undefined)
})

t.test('a value takes the form that the example has', async t => {
  const open = [['words', { type: 'dynamic' }]] as const
  t.same(chosenFrom({ words: 'a' }, open, { words: ['x'] }), { words: ['a'] })
  t.same(chosenFrom({ words: ['a', 'b'] }, open, { words: 'x' }), { words: 'a, b' })
})
