import t from 'tap'
import {
  composed,
  conversation,
  conversed,
  either,
  exchangesOf,
  openConversation,
} from '../../../lib/records/interchange/conversations.ts'
import { doors } from '../../../lib/records/interchange/doors.ts'
import { validated } from '../../../lib/records/interchange/instructions.ts'
import { write } from '../../../lib/records/interchange/write.ts'

const args = { N: 3 }
const record = {
  instruction: 'Use capitals. Use 3 letters.',
  constraints: [
    { instruction: 'Use capitals.', verifiers: [{ code: 'upper', accuracy: 1 }], cases: [] },
    {
      instruction: 'Use 3 letters.',
      template: 'Use {N} letters.',
      verifiers: [{ code: 'short', accuracy: 0.8 }],
      cases: [{ input: 'TEA', args, expected: true }],
      args,
    },
  ],
  turns: [1, 1],
}
const task = { ...record, query: 'Why?', prompt: 'p' }
const talk = { ...task, exchanges: [{ user: 'Why? Use capitals.', response: 'SO.', passRate: 1 }], model: 'teacher' }

t.test('what each stage writes the next one reads as it was', async t => {
  t.strictSame(composed.read(write(record)), record)
  for (const door of [openConversation, conversation]) t.strictSame(door.read(write(task)), task)
  t.strictSame(conversed.read(write(talk)), talk)
  t.match(write(talk), {
    constraints: [{ eval_func: [['upper', 1]] }, { kwargs: args, cases: [[{ response: 'TEA', N: 3 }, true]] }],
    exchanges: [['Why? Use capitals.', 'SO.', 1]],
  })
})

t.test('placeholders may stand open until they are filled, and not behind that', async t => {
  const open = { ...write(task), constraints: [{ ...write(validOpen()) }], turns: [1] }
  t.match(openConversation.read(open), { constraints: [{ placeholders: { N: { type: 'numeric' } } }] })
  t.match(conversation.read(open), { problem: /placeholders, which stage fill has not filled/ })
})

const validOpen = () => ({
  instruction: 'Use {N} letters.',
  placeholders: { N: { type: 'numeric' } },
  verifiers: [{ code: 'short', accuracy: 1 }],
  cases: [],
})

t.test('what does not fit together is named', async t => {
  const of = (over: object) => composed.read({ ...write(record), ...over })
  t.match(of({ turns: [1] }), { problem: 'turns do not add up to the number of constraints' })
  t.match(of({ turns: [0, 2] }), { problem: 'turns are not how many constraints each of them adds' })
  t.match(of({ constraints: [] }), { problem: 'has no constraints' })
  t.match(of({ constraints: ['a', 'b'] }), { problem: 'constraints[0] is not an object' })
  t.match(conversation.read(write(record)), { problem: 'has no query' })
  t.match(conversed.read(write(task)), { problem: 'has no exchanges, which stage converse makes' })
  t.match(conversed.read({ ...write(task), exchanges: [] }), { problem: /^has no exchanges/ })
  t.throws(() => exchangesOf({ exchanges: [['a', 'b']] }), { message: /^exchanges\[0\]/ })
})

t.test('a stage that does for one and for several reads both', async t => {
  const both = either(composed, validated)
  t.equal(both.kind, validated.kind)
  t.match(both.read(write(record)), { turns: [1, 1] })
  t.match(both.read({ instruction: 'i', eval_func: ['f'] }), { verifiers: [{ code: 'f' }] })
  t.match(doors.pair.read(write(record)), { constraints: { length: 2 } })
  t.match(doors.fill.read(write(task)), { constraints: { length: 2 } })
  t.match(doors.score.read(write(talk)), { exchanges: { length: 1 } })
})

t.test('a judged conversation keeps its turns on the way to a row', async t => {
  const { constraints: _constraints, turns: _turns, ...rest } = talk
  const judged = { ...rest, response: 'SO.', passRate: 1, score: 5, judgements: ['Score: 5'], judge: 'j' }
  t.match(doors['to-sft'].read(write(judged)), { exchanges: talk.exchanges, response: 'SO.' })
})
