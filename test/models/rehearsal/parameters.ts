import t from 'tap'
import { oneOf, whole } from '../../../lib/models/rehearsal/parameters.ts'
import { seeded } from '../../../lib/random.ts'

t.test('a whole number is read back from each of its forms', async t => {
  const count = whole(2, 12)
  for (let value = 2; value <= 12; value++) {
    const shown = count.shown('count', value)
    for (const form of ['count', 'countInWords', 'countLess', 'countMore']) {
      t.equal(count.read('count', { [form]: shown[form]! }), value, form)
    }
    t.not(shown.countOther, String(value))
  }
})

t.test('a whole number outside of its range or off its steps is not read', async t => {
  const tens = whole(10, 50, 10)
  t.equal(tens.read('count', { count: '30' }), 30)
  for (const text of ['60', '0', '35', '', 'many', '-10']) t.equal(tens.read('count', { count: text }), undefined, text)
  t.equal(tens.read('count', {}), undefined)
})

t.test('all of a range is drawn, and nothing else', async t => {
  const random = seeded('range')
  const drawn = new Set(Array.from({ length: 300 }, () => whole(10, 30, 5).draw(random)))
  t.same([...drawn].sort(), [10, 15, 20, 25, 30])
})

t.test('one of several texts is read back only when it is among them', async t => {
  const word = oneOf(['river', 'garden'])
  t.same(word.shown('word', 'garden'), { word: 'garden', wordOther: 'river' })
  t.equal(word.read('word', { word: 'river' }), 'river')
  t.equal(word.read('word', { word: 'rivers' }), undefined)
  t.match(word.draw(seeded('word')), /^(river|garden)$/)
})
