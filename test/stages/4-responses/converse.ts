import t from 'tap'
import { converse } from '../../../lib/stages/4-responses/converse.ts'
import { contradiction } from '../../../lib/text/contradiction.ts'
import { sandboxOf, scripted } from '../../fixtures/fakes.ts'
import { visit } from '../../fixtures/visit.ts'

const sandbox = sandboxOf({
  upper: text => text === text.toUpperCase(),
  short: (text, { N }) => text.length <= Number(N),
  stop: text => text.endsWith('.'),
})
const one = (instruction: string, code: string, args?: Record<string, unknown>) => ({
  instruction,
  verifiers: [{ code, accuracy: 1 }],
  cases: [],
  ...(args ? { args } : {}),
})
const task = {
  query: 'How do tides work?',
  prompt: '',
  instruction: 'Use capitals. Use at most 12 letters. End with a stop.',
  constraints: [
    one('Use capitals.', 'upper'),
    one('Use at most 12 letters.', 'short', { N: 12 }),
    one('End with a stop.', 'stop'),
  ],
  turns: [1, 1, 1],
}

/** Replies in the order in which they are asked for. */
const talk = async (replies: readonly string[], knobs = {}, record = task) => {
  let at = 0
  const model = scripted(() => [replies[at++] ?? 'no more'], { name: 'teacher' })
  return { model, yielded: await visit(converse({ model, sandbox, ...knobs }), record) }
}

t.test('a response to a turn follows the instructions of all turns up to it', async t => {
  const { model, yielded } = await talk(['THE MOON PULLS THE SEA', 'THE MOON', 'MOON.'])
  t.match(yielded, {
    model: 'teacher',
    exchanges: [
      { user: 'How do tides work? Use capitals.', response: 'THE MOON PULLS THE SEA', passRate: 1 },
      { user: 'Use at most 12 letters.', response: 'THE MOON' },
      { user: 'End with a stop.', response: 'MOON.' },
    ],
  })
  t.match(model.asked[0]?.prompt, /- Use capitals\.\n\n\[Query\] How do tides work\?$/)
  t.match(model.asked[2]?.prompt, '- Use capitals.\n- Use at most 12 letters.\n- End with a stop.\n')
  t.match(model.asked[2]?.prompt, '[Earlier answer] THE MOON')
})

t.test('a response that forgets an earlier turn is no response to a later one', async t => {
  const { yielded, model } = await talk(['THE MOON PULLS THE SEA', 'the moon', 'THE MOON', 'MOON.'])
  t.match(yielded, { exchanges: [{}, { response: 'THE MOON' }, { response: 'MOON.' }] })
  t.equal(model.asked.length, 4)
  const seeds = model.asked.map(({ asking }) => asking.seed)
  t.equal(seeds[2], Number(seeds[1]) + 1, 'it is asked again by the next seed')
})

t.test('what stands before the first turn that fails is used, and that turn is refused', async t => {
  const { yielded, model } = await talk(
    ['THE MOON PULLS THE SEA', 'the moon', contradiction, '', 'THE MOON PULLS IT'],
    { tries: 4 },
  )
  t.match(yielded, [
    { exchanges: [{ response: 'THE MOON PULLS THE SEA' }] },
    { reject: 'not-followed', detail: { turn: 1 }, part: { query: task.query, fresh: 'Use at most 12 letters.' } },
  ])
  t.equal(model.asked.length, 5, 'a turn is tried so many times, and no turn after it')
})

t.test('when the first turn fails nothing is left', async t => {
  t.match((await talk([], { tries: 2 })).yielded, { reject: 'not-followed', detail: { turn: 0 } })
  t.match((await talk([contradiction, contradiction], { tries: 2 })).yielded, { reject: 'contradictory' })
})

t.test('a turn may add several instructions', async t => {
  const { yielded } = await talk(['THE MOON', 'MOON.'], {}, { ...task, turns: [2, 1] })
  t.match(yielded, {
    exchanges: [{ user: 'How do tides work? Use capitals. Use at most 12 letters.' }, { user: 'End with a stop.' }],
  })
})

t.test('the same record asks the same questions', async t => {
  const seeds = async () =>
    (await talk(['THE MOON PULLS THE SEA', 'MOON'])).model.asked.map(({ asking }) => asking.seed)
  t.same(await seeds(), await seeds())
})
