import t from 'tap'
import { serverSays } from '../../lib/models/server-says.ts'

t.test('finds the message where the known servers put it', async t => {
  for (const body of [
    { error: { message: 'no luck', type: 'x' } },
    { error: 'no luck' },
    { message: 'no luck', object: 'error' },
    { detail: 'no luck' },
    'no\n  luck\n',
  ]) {
    t.equal(serverSays(body), 'no luck')
  }
})

t.test('a message that is no text is shown as JSON', async t => {
  t.equal(serverSays({ detail: [{ loc: ['body', 'n'] }] }), '[{"loc":["body","n"]}]')
  t.equal(serverSays({ error: null }), '{"error":null}')
  t.equal(serverSays(null), 'null')
})

t.test('is cut to 300 characters, never through a character', async t => {
  t.equal(serverSays('x'.repeat(301)), `${'x'.repeat(300)}…`)
  t.ok(serverSays(`${'x'.repeat(299)}🎈!`).isWellFormed())
})

t.test('the key is blotted out before anything is cut', async t => {
  const said = serverSays({ error: { message: `${'x'.repeat(295)}sk-secret and sk-secret` } }, 'sk-secret')
  t.notMatch(said, /sk-/)
})
