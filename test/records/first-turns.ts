import t from 'tap'
import { firstTurns, heldIn } from '../../lib/records/first-turns.ts'

const record = {
  query: 'Why?',
  instruction: 'One. Two. Three!',
  composedOf: ['One.', 'two', 'Three!'].map(instruction => ({ instruction, verifiers: [], cases: [] })),
  turns: [1, 2],
}

t.test('a turn has the instructions of those before it as well', async t => {
  t.same(
    [0, 1, 2, 3].map(count => heldIn(record.turns, count)),
    [0, 1, 3, 3],
  )
})

t.test('what is left of a conversation says what holds in it', async t => {
  const {
    composedOf: [first],
  } = record
  t.same(firstTurns(record, 1), { query: 'Why?', instruction: 'One.', composedOf: [first], turns: [1] })
  t.same(firstTurns(record, 2), record)
})
