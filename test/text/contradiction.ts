import t from 'tap'
import { contradiction, contradicts } from '../../lib/text/contradiction.ts'

t.test('the reply that was asked for is recognised bare or fenced', async t => {
  for (const reply of [
    contradiction,
    ` ${contradiction}\n`,
    `\`\`\`json\n${contradiction}\n\`\`\``,
    '{"error":"contradicting_constraints"}',
  ])
    t.ok(contradicts(reply), reply)
})

t.test('an answer that has such a thing in it is an answer', async t => {
  for (const reply of [
    `It says ${contradiction}.`,
    '{"error": "none"}',
    '{}',
    '',
    'No.',
    '{"a": {"error": "contradicting_constraints"}}',
    `${contradiction} is what I might say {but no}`,
    `\`\`\`json\n${contradiction}\n\`\`\`\nor\n\`\`\`\nthis\n\`\`\``,
    'null',
  ])
    t.notOk(contradicts(reply), reply)
})
