import { join } from 'node:path'
import t from 'tap'
import { readKey } from '../../../lib/config/open/read-key.ts'
import { readApiKey } from '../../../lib/models/api-key.ts'

t.test('the file goes before the environment, and its line end is no part of the key', async t => {
  const file = join(t.testdir({ key: 'from-the-file\r\n' }), 'key')
  const env = { OPENAI_API_KEY: 'from-the-environment' }
  t.equal(readApiKey(readKey(file, env)), 'from-the-file')
  t.equal(readApiKey(readKey('', env)), 'from-the-environment')
  t.equal(readApiKey(readKey('', {})), undefined, 'a server at home asks for none')
})

t.test('a key file that cannot be read is an error, whatever the environment offers', async t => {
  const env = { OPENAI_API_KEY: 'from-the-environment' }
  t.throws(() => readKey(join(t.testdir({}), 'none'), env), {
    code: 'AUTOIF_USAGE',
    message: /key file .*none/,
    hint: /--api-key-file/,
  })
})
