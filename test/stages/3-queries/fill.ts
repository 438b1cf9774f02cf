import t from 'tap'
import { AutoifError } from '../../../lib/errors.ts'
import { fill } from '../../../lib/stages/3-queries/fill.ts'
import { task } from '../../fixtures/cast.ts'
import { scripted } from '../../fixtures/fakes.ts'
import { seedAsked } from '../../fixtures/seed-asked.ts'
import { visit } from '../../fixtures/visit.ts'

const open = (instruction: string, placeholders: object, cases: readonly object[] = []) =>
  ({ ...task, instruction, placeholders, cases }) as never

const drawn = open('Write {N} words and end with {marker}.', {
  N: { type: 'numeric', min: 4, max: 6 },
  marker: { type: 'static', values: ['P.S.', 'N.B.'] },
})
const asked = open('Use "{word}" {N} times.', { word: { type: 'dynamic' }, N: { type: 'numeric' } })

t.test('a task without placeholders passes as it is, and nobody is asked', async t => {
  const model = scripted(() => [])
  t.equal(await visit(fill({ model }), task), task)
  t.same(model.asked, [])
})

t.test('static values and numbers with a range are drawn from the record’s own randomness', async t => {
  const model = scripted(() => [])
  const found = new Set<string>()
  for (let id = 0; id < 60; id++) {
    const { instruction, template, args, prompt, placeholders } = (await visit(fill({ model }), drawn, {
      id: `${id}`,
    })) as unknown as {
      instruction: string
      template: string
      args: Record<string, unknown>
      prompt: string
      placeholders: unknown
    }
    t.equal(placeholders, undefined)
    t.equal(template, 'Write {N} words and end with {marker}.')
    t.equal(instruction, `Write ${args.N} words and end with ${args.marker}.`)
    t.match(prompt, `[instruction] ${instruction}\n[Query] ${task.query}`)
    found.add(instruction)
  }
  t.equal(found.size, 6, 'three numbers and two markers')
  t.same(await visit(fill({ model }), drawn, { id: 'a' }), await visit(fill({ model }), drawn, { id: 'a' }))
  t.same(model.asked, [])
})

t.test('what suits the query is asked for in one reply, with the form that the cases give', async t => {
  const model = scripted(() => ['```json\n{"word": " tides ", "N": "3"}\n```'])
  const { signal } = new AbortController()
  t.match(await visit(fill({ model }), asked, { signal }), {
    instruction: 'Use "tides" 3 times.',
    args: { word: 'tides', N: 3 },
    verifiers: task.verifiers,
  })
  t.equal(model.asked.length, 1)
  const [{ prompt, asking }] = model.asked as [(typeof model.asked)[0]]
  t.match(prompt, 'Use "{word}" {N} times.')
  t.match(prompt, '- word: a text\n- N: a whole number\n')
  t.match(prompt, task.query)
  t.match(asking, { temperature: 0.7, signal })
})

t.test('values that were drawn already are shown and not asked for', async t => {
  const model = scripted(() => ['{"word": "tides", "N": 9}'])
  const both = open('Use "{word}" {N} times.', { word: { type: 'dynamic' }, N: { type: 'numeric', values: [2] } })
  t.match(await visit(fill({ model }), both), { instruction: 'Use "tides" 2 times.' })
  t.match(model.asked[0]?.prompt, /Use "\{word\}" 2 times\.\n(.*\n)*- word: a text\n\n/)
})

t.test('a list is a list where the functions were written for one, and a text where they were not', async t => {
  const words = (reply: unknown, like?: unknown) =>
    visit(
      fill({ model: scripted(() => [JSON.stringify({ words: reply })]) }),
      open(
        'Use {words}.',
        { words: { type: 'dynamic' } },
        like ? [{ input: '', args: { words: like }, expected: true }] : [],
      ),
    )
  t.match(await words(['a', 'b']), { args: { words: ['a', 'b'] }, instruction: 'Use a, b.' })
  t.match(await words('a', ['x']), { args: { words: ['a'] } })
  t.match(await words(['a', 'b'], 'x'), { args: { words: 'a, b' } })
  t.match(await words('a', 'x'), { args: { words: 'a' } })
})

t.test('a reply that lacks a value, or has one of another kind, is refused and shown', async t => {
  for (const reply of [
    'No.',
    '{"word": "tides"}',
    '{"word": "", "N": 3}',
    '{"word": "a", "N": "many"}',
    '{"word": 4, "N": 3}',
  ])
    t.match(await visit(fill({ model: scripted(() => [reply]) }), asked), { reject: 'no-values', detail: { reply } })
  t.match(await visit(fill({ model: scripted(() => []) }), asked), { reject: 'no-values' })
})

t.test('the seed is drawn from the run and the record', async t => {
  const seed = seedAsked(model => fill({ model }), asked)
  t.equal(await seed('a'), await seed('a'))
  t.not(await seed('a'), await seed('b'))
})

t.test('of several instructions each is filled for itself, by what is the query’s', async t => {
  const model = scripted(() => ['{"word": "tides", "N": 3}'])
  const composedOf = [
    { instruction: 'Be brief.', verifiers: [], cases: [] },
    {
      instruction: 'Use "{word}" {N} times.',
      verifiers: [],
      cases: [],
      placeholders: { word: { type: 'dynamic' }, N: { type: 'numeric' } },
    },
    {
      instruction: 'Write {N} words.',
      verifiers: [],
      cases: [],
      placeholders: { N: { type: 'numeric', values: [7] } },
    },
  ] as const
  const set = { query: task.query, instruction: '', composedOf, turns: [1, 2] }
  t.match(await visit(fill({ model }), set), {
    instruction: 'Be brief. Use "tides" 3 times. Write 7 words.',
    composedOf: [
      { instruction: 'Be brief.' },
      { args: { word: 'tides', N: 3 } },
      { args: { N: 7 }, template: 'Write {N} words.' },
    ],
    turns: [1, 2],
  })
})

const of = (instruction: string) => ({
  instruction,
  verifiers: [],
  cases: [],
  placeholders: Object.fromEntries(
    [...instruction.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, { type: 'dynamic' }]),
  ),
})
const talk = (...instructions: readonly string[]) =>
  ({
    query: task.query,
    instruction: instructions.join(' '),
    composedOf: instructions.map(of),
    turns: instructions.map(() => 1),
  }) as never

t.test('of a conversation the turns before the first that cannot be filled are left', async t => {
  const model = scripted(prompt => [prompt.includes('Say {b}.') ? 'no' : '{"a": "x", "c": "z"}'])
  const record = talk('Say {a}.', 'Say {b}.', 'Say {c}.')
  t.match(await visit(fill({ model }), record), [
    { instruction: 'Say x.', composedOf: [{ args: { a: 'x' } }], turns: [1] },
    { reject: 'no-values', detail: { turn: 1, reply: 'no' }, part: record },
  ])
  t.match(await visit(fill({ model }), talk('Say {b}.', 'Say {a}.')), { reject: 'no-values', part: undefined })
})

t.test('why a conversation cannot be filled does not depend on what was answered first', async t => {
  const flaw = (reason: string) => new AutoifError('AUTOIF_MODEL', 'it cannot be used', { reason })
  const slow = async (first: number, second: number) => {
    const model = {
      name: 'teacher',
      lanes: 4,
      ask: async (prompt: string) => {
        const at = ['Say {a}.', 'Say {b}.'].findIndex(one => prompt.includes(one))
        await new Promise(done => setTimeout(done, [first, second][at]))
        throw flaw(['truncated', 'content-filter'][at] as string)
      },
    }
    return visit(fill({ model }), talk('Say {a}.', 'Say {b}.')).then(null, ({ reason }) => reason)
  }
  t.same([await slow(20, 1), await slow(1, 20)], ['truncated', 'truncated'])
  const later = scripted(prompt => {
    if (prompt.includes('Say {b}.')) throw flaw('truncated')
    return ['{"a": "x"}']
  })
  t.match(await visit(fill({ model: later }), talk('Say {a}.', 'Say {b}.')), [
    { turns: [1] },
    { reject: 'no-values', detail: { turn: 1, reason: 'truncated' } },
  ])
  const away = scripted(prompt => {
    if (prompt.includes('Say {b}.')) throw new AutoifError('AUTOIF_MODEL', 'the server is away')
    return ['{"a": "x"}']
  })
  await t.rejects(async () => visit(fill({ model: away }), talk('Say {a}.', 'Say {b}.')), {
    message: 'the server is away',
  })
})
