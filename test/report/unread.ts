import t from 'tap'
import { isProblem } from '../../lib/records/door.ts'
import { doors } from '../../lib/records/interchange/doors.ts'
import { unread } from '../../lib/report/unread.ts'

const user = (content: unknown) => ({ role: 'user', content })
const assistant = { role: 'assistant', content: 'Because.' }

const values = [
  42,
  {},
  '',
  { query: '' },
  { query: 3 },
  { messages: [] },
  { messages: [assistant] },
  { messages: [assistant, user('Why?')] },
  { messages: [user('Why?')] },
  { messages: [user('Why?'), assistant, user('Why?'), assistant] },
  { messages: [user('<html><body><div class="a">Why?</div></body></html>')] },
  { response: '' },
  { id: 'fR4xQ2a_14', conversations: [{ from: 'human', value: 'And then?' }] },
]

t.test('whatever a query or a completion is refused for is known in words', async t => {
  const met = new Set<string>()
  for (const value of values)
    for (const door of [doors.screen, doors.invert]) {
      const read = door.read(value)
      if (isProblem(read)) met.add(read.why ?? '')
    }
  t.ok(met.size > 8, `${[...met]}`)
  for (const why of met) t.ok(unread[why], why)
})
