import t from 'tap'
import { partsWith } from '../../../lib/sinks/shapes/parts.ts'
import { golden, rows, valid } from '../../fixtures/golden.ts'

const parts = partsWith(() => 'python')

t.test('every part is had of its row', async t => {
  t.equal(parts.sft.response(rows.sft), 'Because.')
  t.equal(parts.kto.label(rows.kto), true)
  t.equal(parts.dpo.chosenRating(rows.dpo), 1)
  t.match(parts.dpo.promptId(rows.dpo), /^[0-9a-f]{64}$/)
  t.match(parts.rlvr.verifiers(rows.rlvr), [{ language: 'python' }])
  t.match(parts.rlvr.verifiers({ ...rows.rlvr, args: { N: 3 } }), [{ code: /\*\*\{"N": 3\}\)\n$/ }])
  for (const some of Object.values(parts)) t.type(some.lineage, 'function')
})

t.test('a conversation leaves with all its turns in every format of such rows', async t => {
  const history = [{ prompt: 'Why?', response: 'So.' }]
  const talk = (format: string) => golden('sft', format, { history })
  const [user, assistant, last] = [
    { role: 'user', content: 'Why?' },
    { role: 'assistant', content: 'So.' },
    { role: 'user', content: rows.sft.prompt },
  ]
  const said = { role: 'assistant', content: rows.sft.response }
  t.match(talk('messages'), { messages: [user, assistant, last, said] })
  t.match(talk('alpaca'), { instruction: rows.sft.prompt, history: [['Why?', 'So.']] })
  t.match(talk('trl-completion'), { prompt: [user, assistant, last], completion: [said] })
  const conversations = [user, assistant, last, said].map(({ role, content }) => ({
    from: role === 'user' ? 'human' : 'gpt',
    value: content,
  }))
  t.match(talk('sharegpt'), { conversations })
  for (const format of ['messages', 'alpaca', 'trl-completion', 'sharegpt']) {
    const check = valid('sft', format)
    t.ok(check(talk(format)), `${format}: ${JSON.stringify(check.errors)}`)
    t.ok(check(golden('sft', format)), `${format} of one turn`)
  }
})
