import t from 'tap'
import { followingAll } from '../../lib/records/together.ts'
import { sandboxOf } from '../fixtures/fakes.ts'

const { signal } = new AbortController()
const sandbox = sandboxOf({
  short: text => text.length < 5,
  long: text => text.length >= 3,
  three: (text, { N }) => text.length >= Number(N),
  silent: () => undefined,
})
const one = (codes: readonly string[], args?: object) => ({
  instruction: codes.join(),
  verifiers: codes.map(code => ({ code, accuracy: 1 })),
  cases: [],
  ...(args ? { args: args as Record<string, unknown> } : {}),
})
const bar = { taking: 'boolean', errorsFail: false, passRateAbove: 0.5 } as const
const texts = ['ab', 'abc', 'abcdef']

t.test('a text must follow every instruction; what it has then is the rate of the one it follows least', async t => {
  const rates = (...all: ReturnType<typeof one>[]) => followingAll(sandbox.grade, all, texts, bar, signal)
  t.same(await rates(one(['short']), one(['long'])), [undefined, 1, undefined])
  t.same(await rates(one(['short']), one(['three'], { N: 2 })), [1, 1, undefined], 'each with its own arguments')
  t.same(await rates(one(['long', 'long', 'short'])), [undefined, 1, 2 / 3])
  t.same(await rates(one(['long']), one(['silent'])), [undefined, undefined, undefined], 'no verdict proves nothing')
  t.same(await rates(one(['long', 'silent'])), [undefined, 1, 1], 'and counts nothing')
})

t.test('the bar is exceeded, not reached', async t => {
  const half = [one(['long', 'short'])]
  t.same(await followingAll(sandbox.grade, half, ['ab'], bar, signal), [undefined])
  t.same(await followingAll(sandbox.grade, half, ['ab'], { ...bar, passRateAbove: 0 }, signal), [0.5])
})
