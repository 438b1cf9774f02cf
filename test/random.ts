import t from 'tap'
import { drawn, integer, seeded } from '../lib/random.ts'

const some = (random: () => number) => Array.from({ length: 5 }, random)

t.test('the same key gives the same numbers, another key others', async t => {
  t.strictSame(some(seeded('7/sample/a1')), some(seeded('7/sample/a1')))
  t.notSame(some(seeded('7/sample/a1')), some(seeded('7/sample/a2')))
})

t.test('numbers do not change from one release to the next, because a rerun must ask the same questions', async t => {
  t.strictSame(
    some(seeded('autoif')).map(number => integer(() => number, 1e6)),
    [516772, 578483, 577994, 79408, 904306],
  )
})

t.test('numbers lie in [0, 1) and fill it evenly', async t => {
  const random = seeded('even')
  const tenths = new Array<number>(10).fill(0)
  for (let round = 0; round < 10_000; round++) tenths[Math.floor(random() * 10)]!++
  t.equal(tenths.length, 10)
  t.ok(
    tenths.every(count => count > 850 && count < 1150),
    `${tenths}`,
  )
})

t.test('integers reach from 0 to just below their bound', async t => {
  const random = seeded('integers')
  const seen = new Set(Array.from({ length: 200 }, () => integer(random, 3)))
  t.strictSame([...seen].sort(), [0, 1, 2])
})

t.test('drawn items are different ones, and the list they come from stays as it was', async t => {
  const items = ['a', 'b', 'c', 'd', 'e']
  const taken = drawn(seeded('draw'), items, 3)
  t.equal(new Set(taken).size, 3)
  t.ok(taken.every(item => items.includes(item)))
  t.strictSame(items, ['a', 'b', 'c', 'd', 'e'])
})

t.test('every item is as likely to be drawn, in any place', async t => {
  const random = seeded('fair')
  const firsts = new Map<string, number>()
  for (let round = 0; round < 3000; round++) {
    const [first] = drawn(random, ['a', 'b', 'c'], 2)
    firsts.set(first!, (firsts.get(first!) ?? 0) + 1)
  }
  t.ok(
    [...firsts.values()].every(count => count > 880 && count < 1120),
    `${[...firsts]}`,
  )
})

t.test('asking for more than there are gives all', async t => {
  t.strictSame(drawn(seeded('all'), [1, 2, 3], 10).sort(), [1, 2, 3])
  t.strictSame(drawn(seeded('none'), [], 2), [])
})
