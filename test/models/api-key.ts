import t from 'tap'
import { readApiKey } from '../../lib/models/api-key.ts'

t.test('the line end of a key file is not part of the key', async t => {
  t.equal(readApiKey('sk-abc\n'), 'sk-abc')
})

t.test('no key, an empty one and a blank one are the same', async t => {
  for (const none of [undefined, '', ' \n']) t.equal(readApiKey(none), undefined)
})

t.test('a key that cannot stand in a header is refused without being shown', async t => {
  for (const key of ['sk-abc\nsk-def', 'sk abc', 'sk-ключ', 'sk-\u0000']) {
    t.throws(() => readApiKey(key), { code: 'AUTOIF_USAGE', message: /^(?!.*sk)/, hint: /OPENAI_API_KEY/ })
  }
})
