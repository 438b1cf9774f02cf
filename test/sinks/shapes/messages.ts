import t from 'tap'
import { messages } from '../../../lib/sinks/shapes/messages.ts'

const row = { prompt: 'p', response: 'r', lineage: { id: 'x', model: 'm', instruction: 'i', query: 'q' } }

t.test('messages are a user turn and an assistant turn', async t => {
  t.strictSame(messages(row), {
    messages: [
      { role: 'user', content: 'p' },
      { role: 'assistant', content: 'r' },
    ],
  })
})
