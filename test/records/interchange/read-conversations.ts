import t from 'tap'
import { doors } from '../../../lib/records/interchange/doors.ts'
import { fromConversations } from '../../../lib/records/interchange/read-conversations.ts'

// As dispatcher's project/autoif of 2026-05 writes it after its concatenation.
const row = {
  messages: [{ role: 'user', content: 'Why is the sky blue?' }],
  query_metadata: { dataset: 'x' },
  constraints: {
    c7: {
      constraint: 'Use {N} words.',
      category: 'Length',
      placeholders: { N: { type: 'numeric' } },
      eval_funcs: ['def evaluate(response, N): pass'],
    },
    c9: {
      constraint: 'Use capitals.',
      category: 'Format',
      placeholders: {},
      eval_funcs: ['def evaluate(response): pass'],
    },
  },
  turns: [{ constraint_ids: ['c9'] }, { constraint_ids: ['c9', 'c7'] }],
  source: 's',
}

t.test('constraints come in the order of the turns, and each turn adds what is new in it', async t => {
  t.match(doors.fill.read(row), {
    query: 'Why is the sky blue?',
    turns: [1, 1],
    composedOf: [
      { instruction: 'Use capitals.', category: 'Format', verifiers: [{ accuracy: 1 }], cases: [] },
      { instruction: 'Use {N} words.', placeholders: { N: { type: 'numeric' } } },
    ],
    query_metadata: { dataset: 'x' },
  })
  t.notOk('messages' in fromConversations(row))
})

t.test('what has been filled can be talked about at once', async t => {
  const filled = { ...row.constraints.c7, constraint: 'Use 3 words.', template: 'Use {N} words.', kwargs: { N: 3 } }
  const done = { ...row, constraints: { ...row.constraints, c7: filled } }
  t.match(doors.converse.read(done), { composedOf: [{}, { args: { N: 3 }, template: 'Use {N} words.' }] })
  t.match(doors.converse.read(row), { problem: /placeholders/ })
})

t.test('a turn that names what is not there is a problem, and any other row is left alone', async t => {
  t.match(doors.fill.read({ ...row, turns: [{ constraint_ids: ['c1'] }] }), {
    problem: 'has no constraint c1, which a turn names',
  })
  const own = { constraints: [], turns: [] }
  t.equal(fromConversations(own), own)
})

t.test('a constraint counts once, and a turn that asks for nothing new is none', async t => {
  const turns = (...ids: readonly (readonly string[])[]) =>
    doors.fill.read({ ...row, turns: ids.map(constraint_ids => ({ constraint_ids })) })
  t.match(turns(['c9', 'c9', 'c7']), { turns: [2], composedOf: { length: 2 } })
  t.match(turns(['c9'], ['c9'], ['c7']), { turns: [1, 1] })
})

t.test('a task that failed in dispatcher is named as one', async t => {
  const failed = { __ERROR__: { error: 'max_retries_exceeded' } }
  for (const name of ['satisfy', 'fill', 'converse'] as const)
    t.match(doors[name].read(failed), { problem: 'is a task that failed in dispatcher: max_retries_exceeded' }, name)
})
