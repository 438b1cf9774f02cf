import { readFileSync } from 'node:fs'
import t from 'tap'
import { isProblem } from '../../lib/records/door.ts'
import { readQuery } from '../../lib/records/query-shapes.ts'

const query = 'Why is the sky blue?'

t.test('every common shape gives its query', async t => {
  const shapes: Record<string, unknown> = {
    string: query,
    query: { query },
    prompt: { prompt: query },
    'prompt of messages': { prompt: [{ role: 'user', content: query }] },
    instruction: { instruction: query, input: '', output: 'Because …' },
    'ShareGPT from and value': {
      conversations: [
        { from: 'human', value: query },
        { from: 'gpt', value: 'Because …' },
      ],
    },
    'conversation, role and content': { conversation: [{ role: 'user', content: query }] },
    'items, role and value': { items: [{ role: 'Human', value: query }] },
    'messages with a system turn': {
      messages: [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: query },
      ],
    },
    'a conversation that begins with the assistant': {
      conversations: [
        { from: 'gpt', value: 'And so on.' },
        { from: 'human', value: query },
        { from: 'human', value: 'More?' },
      ],
    },
    'content in parts': { messages: [{ role: 'user', content: [{ type: 'text', text: query }] }] },
    'an empty field before a full one': { query: '', prompt: null, conversations: [{ from: 'human', value: query }] },
  }
  for (const [name, shape] of Object.entries(shapes)) t.strictSame(readQuery(shape), { query }, name)
})

t.test('the input of an instruction stands on a line of its own, and parts are joined by lines', async t => {
  t.strictSame(readQuery({ instruction: 'Summarise.', input: 'A long text' }), { query: 'Summarise.\nA long text' })
  const content = [{ type: 'text', text: 'one' }, 'two']
  t.strictSame(readQuery({ messages: [{ role: 'user', content }] }), { query: 'one\ntwo' })
})

t.test('only id, source and language stay beside the query', async t => {
  const read = readQuery({ query, id: 'q1_0', source: 'en:sharegpt', language: 'English', turns: [1, 2], model: 'x' })
  t.strictSame(read, { query, id: 'q1_0', source: 'en:sharegpt', language: 'English' })
  t.strictSame(readQuery({ query, id: { deep: true } }), { query })
})

t.test('the text is taken as it stands', async t => {
  t.strictSame(readQuery('  indented \u2028 and\u0000odd '), { query: '  indented \u2028 and\u0000odd ' })
})

t.test('what holds no query says why', async t => {
  const problems: [unknown, RegExp][] = [
    [42, /neither an object nor a string/],
    [null, /neither an object nor a string/],
    [[query], /neither an object nor a string/],
    ['  ', /empty string/],
    [{}, /has none of the fields query, prompt, instruction, conversations/],
    [{ query: '   ' }, /query is empty/],
    [{ prompt: '' }, /prompt is empty/],
    [{ query: 7 }, /query is neither a text nor a list of turns/],
    [{ conversations: [] }, /conversations is empty/],
    [{ conversations: [{ from: 'gpt', value: 'Hello' }] }, /conversations has no turn by a user/],
    [{ messages: ['hello', null] }, /messages has no turn by a user/],
    [{ messages: [{ role: 'user', content: ' ' }] }, /first user turn of messages is empty/],
    [{ messages: [{ role: 'user' }] }, /first user turn of messages is not text/],
    [{ messages: [{ role: 'user', content: [{ type: 'image_url', image_url: 'x' }] }] }, /is not text/],
  ]
  for (const [value, words] of problems) {
    const read = readQuery(value)
    t.ok(isProblem(read), JSON.stringify(value))
    t.match(read, { problem: words })
  }
})

t.test('--query-field names one place, with dots for depth, and nothing else is tried', async t => {
  const row = {
    source: 'en:sharegpt',
    messages: [{ content: 'system' }, { content: query }],
    'a.b': 'dotted',
    query: 'no',
  }
  t.strictSame(readQuery(row, { queryField: 'messages.1.content' }), { query, source: 'en:sharegpt' })
  t.match(readQuery(row, { queryField: 'a.b' }), { query: 'dotted' })
  t.strictSame(readQuery({ chat: { turns: [{ role: 'user', content: query }] } }, { queryField: 'chat.turns' }), {
    query,
  })
  t.match(readQuery(row, { queryField: 'messages.9.content' }), { problem: /has nothing at messages\.9\.content/ })
  t.match(readQuery(row, { queryField: 'toString' }), { problem: /has nothing at toString/ })
  t.match(readQuery('text', { queryField: 'query' }), { problem: /neither/ })
})

t.test('our own queries come in every shape and are all read', async t => {
  const lines = readFileSync(new URL('../../fixtures/queries.jsonl', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  const rows = lines.map(line => JSON.parse(line))
  t.equal(rows.length, 160)
  t.strictSame(rows.map(row => readQuery(row)).filter(isProblem), [])
  const shapes = ['query', 'prompt', 'instruction', 'conversations', 'conversation', 'items', 'messages']
  for (const shape of shapes)
    t.ok(
      rows.some(row => Object.hasOwn(Object(row), shape)),
      shape,
    )
  t.ok(rows.some(row => typeof row === 'string'))
})
