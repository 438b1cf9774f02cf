import t from 'tap'
import { fill, unfill } from '../../lib/text/fill.ts'

t.test('placeholders are filled, each time they occur', async t => {
  t.equal(fill('{{a}} and {{b}} and {{a}}', { a: '1', b: '2' }), '1 and 2 and 1')
})

t.test('a value is put in as it is, whatever it looks like', async t => {
  t.equal(fill('{{a}}', { a: "{{b}} $& $1 \\n '" }), "{{b}} $& $1 \\n '")
})

t.test('a placeholder without a value is a bug', async t => {
  t.throws(() => fill('{{a}} {{b}}', { a: '1' }), { message: /\{\{b\}\}/ })
})

t.test('unfill gives back what a text was filled with', async t => {
  const template = 'Is (this) {{first}}?\n[Query] {{second}}'
  const values = { first: 'a* [b]', second: 'two\nlines $1' }
  t.strictSame(unfill(template)(fill(template, values)), values)
})

t.test('a text of another template is not unfilled', async t => {
  t.equal(unfill('Say {{what}}.')('Sing a song.'), undefined)
  t.equal(unfill('Say {{what}}.')('Please: Say it.'), undefined)
})
