import t from 'tap'
import { namesIn, placeholdersOf, saidOf } from '../../lib/records/placeholders.ts'

const text = 'Use "{word}" {N} times, then {marker} and {word}.'
const all = {
  N: { type: 'numeric', min: 2, max: 9 },
  word: { type: 'dynamic' },
  marker: { type: 'static', values: ['P.S.', 'N.B.'] },
  unused: { type: 'nonsense' },
}

t.test('an instruction has the placeholders that it names, in the order in which it names them', async t => {
  t.same(namesIn(text), ['word', 'N', 'marker'])
  t.strictSame(Object.keys(placeholdersOf(text, all) as object), ['word', 'N', 'marker'])
  t.strictSame(placeholdersOf(text, all), { word: all.word, N: all.N, marker: all.marker })
  t.equal(placeholdersOf('Use commas.', all), undefined)
  t.equal(placeholdersOf(text, {}), undefined, 'brackets may be meant as brackets')
  t.equal(placeholdersOf(text, null), undefined)
})

t.test('what is wrong with one is said', async t => {
  const said = (N: unknown) => placeholdersOf('{N}', { N })
  t.equal(placeholdersOf('{N}', ['N']), 'placeholders are not an object')
  t.equal(said({ type: 'number' }), 'placeholder N is neither static, numeric nor dynamic')
  t.equal(said('numeric'), 'placeholder N is neither static, numeric nor dynamic')
  t.equal(said({ type: 'static' }), 'placeholder N is static and has no values')
  t.equal(said({ type: 'static', values: [] }), 'the values of placeholder N are no list of texts or numbers')
  t.equal(said({ type: 'numeric', values: ['few'] }), 'placeholder N is numeric and has other values')
  t.match(placeholdersOf('{response}', { response: { type: 'dynamic' } }), /called response/)
  for (const range of [{ min: 1 }, { min: 3, max: 2 }, { min: 1, max: 2.5 }])
    t.equal(said({ type: 'numeric', ...range }), 'the range of placeholder N is not two whole numbers, min and max')
})

t.test('a model is told what each one takes', async t => {
  const numbers = { few: { type: 'numeric', values: [1, 2] }, any: { type: 'numeric' } } as const
  t.equal(
    saidOf({ ...numbers, N: all.N, word: all.word, marker: all.marker } as never),
    '- few: one of 1, 2\n- any: a whole number\n- N: a whole number from 2 to 9\n- word: a text\n- marker: one of "P.S.", "N.B."',
  )
})
