import t from 'tap'
import { withoutThinking } from '../../lib/models/thinking.ts'

t.test('thinking at the start goes, the answer stays as it is', async t => {
  t.equal(withoutThinking('<think>\nhm, 2 < 3\n</think>\n\nYes. \n'), 'Yes. \n')
  t.equal(withoutThinking('\n<think></think>Yes.'), 'Yes.')
})

t.test('only the first thought is cut, up to its first end', async t => {
  t.equal(withoutThinking('<think>a</think>b</think>c'), 'b</think>c')
})

t.test('a text that speaks of the tag further on is left alone', async t => {
  for (const text of ['Write <think>x</think> first.', '  plain ', '', '</think>x'])
    t.equal(withoutThinking(text), text)
})

t.test('thinking that never ends is left alone', async t => {
  t.equal(withoutThinking('<think>and so on'), '<think>and so on')
})
