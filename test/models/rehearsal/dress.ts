import t from 'tap'
import { dress, undress } from '../../../lib/models/rehearsal/dress.ts'
import { families } from '../../../lib/models/rehearsal/families/index.ts'
import { vague } from '../../../lib/models/rehearsal/vague.ts'
import { seeded } from '../../../lib/random.ts'
import { compiled } from '../../fixtures/families.ts'

const random = seeded('dress')
const sources = [
  ...Object.values(vague),
  ...families.flatMap(family => {
    const { right, wrong } = family.draw(random).functions.javascript
    return [...right, ...Object.values(wrong)]
  }),
]

t.test('every function can be dressed, runs as before, and is known again', async t => {
  const text = 'The river, 2 "gardens" and *all*.\n- Item one.'
  const changed = sources.filter(code => {
    const dressed = dress(code, random)
    return undress(` ${dressed}\n`) !== code || compiled(dressed)(text) !== compiled(code)(text)
  })
  t.same(changed, [])
})

t.test('one function has several looks', async t => {
  const looks = new Set(Array.from({ length: 100 }, () => dress(sources[0]!, random)))
  t.equal(looks.size, 6)
})

t.test('other code is left alone', async t => {
  t.equal(undress('const evaluate = input => input\n'), 'const evaluate = input => input')
})
