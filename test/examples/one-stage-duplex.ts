import t from 'tap'

// In the README:

import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Candidate, crossValidate, openSandbox, stageDuplex, type Validated } from '../../lib/index.ts'

const right = 'function evaluate(response) { return response === response.toUpperCase() }'
const vague = 'function evaluate(response) { return true }'
const cases = [
  { input: 'TEA', expected: true },
  { input: 'tea', expected: false },
]
const shout: Candidate = { instruction: 'Shout.', prompt: '', replies: [], functions: [right, vague], cases }

const sandbox = await openSandbox()
const found: Validated[] = []
await pipeline(Readable.from([shout]), stageDuplex(crossValidate({ sandbox, minAgreement: 0 })), async rows => {
  for await (const row of rows) found.push(row)
})
await sandbox.close()

// So far the README.

t.test('of two functions the one stays that the cases agree with', async t => {
  t.match(found, [{ instruction: 'Shout.', verifiers: [{ code: right, accuracy: 1 }] }])
  t.equal(found[0]?.verifiers.length, 1)
})
