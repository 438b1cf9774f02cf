import t from 'tap'
import { run } from '../../lib/flow/run.ts'
import { conversations } from '../../lib/recipes/conversations.ts'
import { turned } from '../../lib/recipes/knobs.ts'
import { presets } from '../../lib/recipes/presets.ts'
import { contradiction } from '../../lib/text/contradiction.ts'
import { sandboxOf, scripted } from '../fixtures/fakes.ts'
import { predicates, smallWorld } from '../fixtures/small-world.ts'

const queries = [
  'How do I get candle wax out of a cotton tablecloth?',
  'Which herbs grow well on a windowsill that faces north?',
]
const rule = (instruction: string, code: string) => ({ instruction, verifiers: [{ code, accuracy: 1 }], cases: [] })
const instructions = [
  rule('Mention a kiwi.', 'says kiwi'),
  rule('End with an exclamation mark.', 'ends loudly'),
  rule('Do not mention any kiwi.', 'no kiwi'),
]
const answer = 'The kiwi is a bird that lives in the forests of New Zealand and does not fly at all'

t.test('sets that some text follows are put to queries, and rows are the turns that hold', async t => {
  const { house, sft } = smallWorld({ queries, instructions })
  const asked: string[] = []
  const model = scripted(
    prompt => {
      asked.push(prompt)
      if (prompt.includes('Do not mention') && prompt.includes('Mention a kiwi')) return [contradiction, `${answer}!`]
      if (prompt.includes('[Earlier answer]') && prompt.includes('windowsill')) return [`${answer}.`]
      return [`${answer}!`]
    },
    { name: 'teacher', lanes: 1 },
  )
  const sandbox = sandboxOf({ ...predicates, 'no kiwi': text => !text.includes('kiwi') })
  const judge = scripted(() => ['Score: 5'], { name: 'judge' })
  const k = turned(presets.conversations, { compose: { turns: 2 }, pair: { queries: 2 }, converse: { tries: 2 } })
  const ledger = await run(conversations({ ...house, model, judge, sandbox }, k))
  ledger.balance()
  t.match(
    ledger.accounts.find(({ stage }) => stage === 'satisfy'),
    { entered: 2, kept: 1, reasons: { unsatisfied: 1 } },
  )
  t.equal(sft.rows.length, 2)
  t.match(sft.rows, [
    {
      prompt: 'Mention a kiwi.',
      response: `${answer}!`,
      history: [{ prompt: `${queries[0]} End with an exclamation mark.`, response: `${answer}!` }],
      lineage: { turns: 2, score: 5 },
    },
    { prompt: `${queries[1]} End with an exclamation mark.`, history: [], lineage: { turns: 1 } },
  ])
  t.match(
    ledger.accounts.find(({ stage }) => stage === 'converse'),
    { kept: 2, reasons: { 'not-followed': 1 } },
  )
})
