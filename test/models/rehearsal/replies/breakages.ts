import t from 'tap'
import { breakages } from '../../../../lib/models/rehearsal/replies/breakages.ts'
import { verifierReply } from '../../../../lib/text/verifier-reply.ts'

const func = 'function evaluate(response) {\n  return response.split(/\\n/).length > 2\n}'
const json = JSON.stringify(
  {
    func,
    cases: [
      { input: 'a', output: true },
      { input: 'b', output: false },
    ],
  },
  null,
  2,
)

t.test('every broken form differs from the one demanded, and not every reader can read them all', async t => {
  const demanded = `\`\`\`json\n${json}\n\`\`\``
  const broken = breakages.map(breakage => breakage(json))
  t.equal(new Set([...broken, demanded]).size, breakages.length + 1)
  const readable = (tolerant: boolean) =>
    broken.map(reply => verifierReply(reply, { tolerant })).filter(found => typeof found === 'object')
  t.equal(readable(true).length, 4)
  t.ok(readable(false).length < readable(true).length)
})

t.test('what can be mended keeps the function and the verdicts', async t => {
  for (const breakage of breakages) {
    const found = verifierReply(breakage(json), { tolerant: true })
    if (typeof found === 'object') t.match(found, { func, cases: [{ expected: true }, { expected: false }] })
  }
})
