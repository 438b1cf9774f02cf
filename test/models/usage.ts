import t from 'tap'
import { openTally } from '../../lib/models/usage.ts'

t.test('counts requests, repeats and the tokens servers name', async t => {
  const { usage, sent, repeated, answered } = openTally()
  sent()
  sent()
  repeated()
  answered({ usage: { prompt_tokens: 10, completion_tokens: 4 } })
  answered({ usage: { prompt_tokens: 5 } })
  t.strictSame(usage, { requests: 2, retries: 1, promptTokens: 15, completionTokens: 4 })
})

t.test('a server that names no tokens, or nonsense, counts as none', async t => {
  const { usage, answered } = openTally()
  for (const body of [null, {}, { usage: null }, { usage: { prompt_tokens: '9', completion_tokens: -1 } }, 'text']) {
    answered(body)
  }
  t.match(usage, { promptTokens: 0, completionTokens: 0 })
})
