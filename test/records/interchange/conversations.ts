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
import { hasSeveral } from '../../../lib/records/interchange/not-yet.ts'
import { write } from '../../../lib/records/interchange/write.ts'

const args = { N: 3 }
const record = {
  instruction: 'Use capitals. Use 3 letters.',
  composedOf: [
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
const task = { ...record, query: 'Why?' }
const talk = { ...task, exchanged: [{ user: 'Why? Use capitals.', response: 'SO.', passRate: 1 }], model: 'teacher' }

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
  t.match(openConversation.read(open), { composedOf: [{ placeholders: { N: { type: 'numeric' } } }] })
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
  t.match(conversed.read({ ...write(task), exchanges: [['a', 'b']] }), { problem: /^has no exchanges/ })
})

t.test('a stage that does for one and for several reads both', async t => {
  const both = either(composed, validated)
  t.equal(both.kind, validated.kind)
  t.match(both.read(write(record)), { turns: [1, 1] })
  t.match(both.read({ instruction: 'i', eval_func: ['f'] }), { verifiers: [{ code: 'f' }] })
  t.match(doors.pair.read(write(record)), { composedOf: { length: 2 } })
  t.match(doors.fill.read(write(task)), { composedOf: { length: 2 } })
  t.match(doors.score.read(write(talk)), { exchanged: { length: 1 } })
})

t.test('a judged conversation keeps its turns, and what was said of each', async t => {
  const exchanged = talk.exchanged.map(one => ({ ...one, judgements: ['Score: 5'] }))
  const judged = { ...talk, exchanged, response: 'SO.', passRate: 1, score: 5, judgements: ['Score: 5'], judge: 'j' }
  t.match(write(judged), { exchanges: [['Why? Use capitals.', 'SO.', 1, ['Score: 5']]] })
  t.match(doors['to-sft'].read(write(judged)), { exchanged, response: 'SO.' })
  t.match(doors.score.read(write(judged)), { exchanged, composedOf: { length: 2 }, turns: [1, 1] })
})

t.test('fields of the same names that are somebody else’s are left alone', async t => {
  const constraints = ['length', 'tone']
  const foreign = { instruction: 'i', query: 'q', response: 'r', eval_func: ['f'], constraints, exchanges: 3, turns: 4 }
  t.equal(hasSeveral(foreign), false)
  for (const name of ['generate-verifiers', 'pair', 'fill', 'score'] as const) {
    const read = doors[name].read(foreign)
    t.match(read, { constraints, exchanges: 3, turns: 4 }, name)
    t.match(write(read), { constraints, exchanges: 3, turns: 4 }, name)
    t.notOk('composedOf' in read || 'exchanged' in read, name)
  }
  t.same(exchangesOf({ exchanges: 'none' }), {})
  t.match(write({ instruction: 'i', constraints: 'none' }), { constraints: 'none' })
})

t.test('a stage of one instruction says of several that it does not read them', async t => {
  for (const name of ['sample', 'verify', 'accept', 'cross-validate'] as const)
    t.match(doors[name].read(write(talk)), { problem: /several instructions/ }, name)
})
