import t from 'tap'
import { AutoifError } from '../../lib/errors.ts'
import { answers, unlessFlawed } from '../../lib/flow/answers.ts'
import { usable } from '../../lib/models/flaws.ts'

const unusable = async (finish: string, text = 'half a'): Promise<readonly string[]> =>
  usable([{ text, finish }], false)

t.test('replies come in the order of their questions', async t => {
  const late = new Promise<string[]>(resolve => setImmediate(resolve, ['a', 'b']))
  t.strictSame(await answers([late, Promise.resolve(['c'])]), ['a', 'b', 'c'])
  t.strictSame(await answers([]), [])
})

t.test('a question whose replies cannot be used costs the others nothing', async t => {
  for (const finish of ['length', 'content_filter', 'tool_calls'])
    t.strictSame(await answers([unusable(finish), Promise.resolve(['c'])]), ['c'], finish)
  t.strictSame(await answers([unusable('stop', ' '), Promise.resolve(['c'])]), ['c'], 'a blank reply')
})

t.test('when that is so of all, the first says why', async t => {
  await t.rejects(answers([unusable('length'), unusable('content_filter')]), { message: /cut at its limit/ })
})

t.test('a question without an answer is an error, whatever the others brought', async t => {
  const gone = () => Promise.reject(new AutoifError('AUTOIF_MODEL', 'gave up', { reason: 'unanswered' }))
  await t.rejects(answers([Promise.resolve(['c']), gone()]), { message: 'gave up' })
  await t.rejects(answers([unusable('length'), gone()]), { message: 'gave up' })
  await t.rejects(answers([Promise.resolve(['c']), Promise.reject(new Error('aborted'))]), { message: 'aborted' })
})

t.test('one question alone is told apart by what its error says of the replies', async t => {
  t.strictSame(await unlessFlawed(Promise.resolve(['a'])), ['a'])
  t.match(await unlessFlawed(unusable('length')), { code: 'AUTOIF_MODEL', reason: 'truncated' })
  const away = new AutoifError('AUTOIF_MODEL', 'the server is away')
  await t.rejects(unlessFlawed(Promise.reject(away)), away)
})
