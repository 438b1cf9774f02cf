import t from 'tap'
import type { Conversed } from '../../lib/records/conversations.ts'
import { inForce, lastUsed } from '../../lib/records/judged-turns.ts'

const conversed: Conversed = {
  query: 'Why?',
  prompt: '',
  instruction: 'One. Two. Three.',
  constraints: ['One.', 'two', 'Three!'].map(instruction => ({ instruction, verifiers: [], cases: [] })),
  turns: [1, 2],
  exchanges: [
    { user: 'Why? One.', response: 'So.', passRate: 1 },
    { user: 'Two. Three!', response: 'Because.', passRate: 0.6 },
  ],
  model: 'teacher',
}
const judged = [
  { instruction: 'One.', judgements: ['Score: 8'], score: 8 },
  { instruction: 'One. Two. Three!', judgements: ['Score: 9', 'Score: 10'], score: 9.5 },
]

t.test('a turn has the instructions of those before it as well', async t => {
  t.equal(inForce(conversed, 0), 'One.')
  t.equal(inForce(conversed, 1), 'One. Two. Three!')
})

t.test('a conversation is its last turn, and no better than its worst', async t => {
  const { instruction, response, passRate, score, judgements, judge, exchanges } = lastUsed(conversed, judged, 'judge')
  t.same([instruction, response, passRate], ['One. Two. Three!', 'Because.', 0.6])
  t.equal(score, 8)
  t.same(judgements, ['Score: 8', 'Score: 9', 'Score: 10'])
  t.equal(judge, 'judge')
  t.same(exchanges, conversed.exchanges)
})

t.test('turns that nobody let through are not in it', async t => {
  const short = lastUsed(conversed, judged.slice(0, 1), 'judge')
  t.match(short, { instruction: 'One.', response: 'So.', passRate: 1, exchanges: { length: 1 } })
  t.notOk('turns' in short || 'constraints' in short)
})
