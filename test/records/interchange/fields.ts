import t from 'tap'
import { list, rowDoor, text, textOr, texts, without } from '../../../lib/records/interchange/fields.ts'

t.test('a missing or wrong field is named', async t => {
  t.equal(text({ a: 'x' }, 'a'), 'x')
  t.throws(() => text({}, 'a'), { code: 'AUTOIF_RECORD', message: 'has no a' })
  t.throws(() => text({ a: 1 }, 'a'), { message: 'a is not a string' })
  t.equal(textOr({ a: null }, 'a', 'else'), 'else')
  t.throws(() => textOr({ a: 1 }, 'a', 'else'), { message: 'a is not a string' })
  t.strictSame(texts({ a: 'x' }, 'a'), ['x'])
  t.throws(() => texts({}, 'a'), { message: 'has no a' })
  t.throws(() => texts({ a: ['x', 1] }, 'a'), { message: 'a is not a list of strings' })
  t.strictSame(list({}, 'a'), [])
  t.throws(() => list({ a: 'x' }, 'a'), { message: 'a is not a list' })
})

t.test('what a door does not know stays, except for names that records use inside', async t => {
  const row = JSON.parse('{"a":1,"note":"kept","verifiers":["mine"],"__proto__":{"x":1}}')
  const rest = without(row, 'a')
  t.strictSame(Object.keys(rest), ['note', '__proto__'])
  t.equal(Object.getPrototypeOf(rest), Object.prototype)
})

t.test('a row door turns a wrong row into a problem and lets other errors through', async t => {
  const door = rowDoor('thing', row => ({ a: text(row, 'a') }))
  t.strictSame(door.read({ a: 'x' }), { a: 'x' })
  t.match(door.read({}), { problem: 'has no a' })
  t.match(door.read([]), { problem: 'is not an object' })
  t.match(door.read(null), { problem: 'is not an object' })
  const broken = rowDoor('thing', () => {
    throw new TypeError('a bug')
  })
  t.throws(() => broken.read({}), { message: 'a bug' })
})
