import t from 'tap'
import { blanks } from '../../../lib/models/rehearsal/blanks.ts'
import { oneOf, whole } from '../../../lib/models/rehearsal/parameters.ts'
import { seeded } from '../../../lib/random.ts'

const both = blanks({ word: oneOf(['river', 'garden']), count: whole(2, 4) })

t.test('a filled template is read back', async t => {
  const template = 'Use "{{word}}" {{countInWords}} times, not {{countMore}}.'
  const text = both.filler({ word: 'garden', count: 3 })(template)
  t.equal(text, 'Use "garden" three times, not 4.')
  t.same(both.reader(template)(text), { word: 'garden', count: 3 })
})

t.test('a blank that stands twice must have been filled alike', async t => {
  t.equal(both.reader('{{word}} or {{word}}')('river or garden'), undefined)
  t.same(both.reader('{{word}} or {{word}}')('river or river'), { word: 'river' })
})

t.test('a template reads only the parameters it names', async t => {
  t.same(both.reader('return true')('return true'), {})
  t.same(both.reader('Use {{count}}.')('Use 2.'), { count: 2 })
  t.equal(both.reader('Use {{count}}.')('Use 9.'), undefined)
})

t.test('every parameter is drawn', async t => {
  t.match(both.draw(seeded('draw')), { word: String, count: Number })
})
