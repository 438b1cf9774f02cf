import t from 'tap'
import { choices } from '../../lib/models/choices.ts'

const choice = (content: unknown, index = 0) => ({ index, finish_reason: 'stop', message: { content } })

t.test('texts come in the order of their index', async t => {
  t.strictSame(choices({ choices: [choice('b', 1), choice('c', 2), choice('a', 0)] }), ['a', 'b', 'c'])
})

t.test('choices without an index keep their order', async t => {
  t.strictSame(choices({ choices: [{ message: { content: 'a' } }, { message: { content: 'b' } }] }), ['a', 'b'])
})

t.test('thinking is left out and reasoning_content ignored', async t => {
  const message = { content: '<think>hm</think>Yes', reasoning_content: 'hm' }
  t.strictSame(choices({ choices: [{ index: 0, message }] }), ['Yes'])
})

t.test('an answer cut for length and an empty one are returned as they are', async t => {
  t.strictSame(choices({ choices: [{ ...choice('half a sen'), finish_reason: 'length' }] }), ['half a sen'])
  t.strictSame(choices({ choices: [choice('')] }), [''])
})

t.test('a reply without text says what stood in its place', async t => {
  const refuses = (list: readonly unknown[], message: RegExp) =>
    t.throws(() => choices({ choices: list }), { code: 'AUTOIF_MODEL', message })
  refuses([choice(null)], /content is null \(finish_reason stop\)/)
  refuses([choice([{ type: 'text', text: 'Hi' }])], /content is an array/)
  refuses([choice(undefined)], /content is missing/)
  refuses([{ index: 0, finish_reason: 'content_filter' }], /content is missing \(finish_reason content_filter\)/)
  refuses([choice('fine'), null], /content is missing \(finish_reason missing\)/)
})

t.test('a body without choices is told in the server’s words, the key blotted out', async t => {
  const refuses = (body: unknown, message: RegExp) =>
    t.throws(() => choices(body, 'sk-secret'), { code: 'AUTOIF_MODEL', message })
  refuses({ error: { message: 'upstream for sk-secret is down' } }, /no choices: upstream for \[key\] is down/)
  refuses({ choices: [] }, /no choices: \{"choices":\[\]\}/)
  refuses(null, /no choices/)
  refuses([], /no choices/)
  refuses('text', /no choices: text/)
})
