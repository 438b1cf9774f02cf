import t from 'tap'
import { AutoifError } from '../../../lib/errors.ts'
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
  instruction: 'Use capitals. Use at most 12 letters. End with a stop.',
  composedOf: [
    one('Use capitals.', 'upper'),
    one('Use at most 12 letters.', 'short', { N: 12 }),
    one('End with a stop.', 'stop'),
  ],
  turns: [1, 1, 1],
}

const cut = new AutoifError('AUTOIF_MODEL', 'the reply was cut', { reason: 'truncated' })

/** Replies in the order in which they are asked for. */
const talk = async (replies: readonly (string | Error)[], knobs = {}, record = task) => {
  let at = 0
  const model = scripted(
    () => {
      const reply = replies[at++] ?? 'no more'
      if (typeof reply !== 'string') throw reply
      return [reply]
    },
    { name: 'teacher' },
  )
  return { model, yielded: await visit(converse({ model, sandbox, ...knobs }), record) }
}

t.test('a response to a turn follows the instructions of all turns up to it', async t => {
  const { model, yielded } = await talk(['THE MOON PULLS THE SEA', 'THE MOON', 'MOON.'])
  t.match(yielded, {
    model: 'teacher',
    exchanged: [
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
  t.match(yielded, { exchanged: [{}, { response: 'THE MOON' }, { response: 'MOON.' }] })
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
    { exchanged: [{ response: 'THE MOON PULLS THE SEA' }] },
    { reject: 'not-followed', detail: { turn: 1 }, part: task },
  ])
  t.match(yielded, [{ instruction: 'Use capitals.', turns: [1], composedOf: { length: 1 } }])
  t.equal(model.asked.length, 5, 'a turn is tried so many times, and no turn after it')
})

t.test('when the first turn fails nothing is left', async t => {
  t.match((await talk([], { tries: 2 })).yielded, { reject: 'not-followed', detail: { turn: 0 }, part: undefined })
  t.match((await talk([contradiction, contradiction], { tries: 2 })).yielded, { reject: 'contradictory' })
})

t.test('a turn may add several instructions', async t => {
  const { yielded } = await talk(['THE MOON', 'MOON.'], {}, { ...task, turns: [2, 1] })
  t.match(yielded, {
    exchanged: [{ user: 'How do tides work? Use capitals. Use at most 12 letters.' }, { user: 'End with a stop.' }],
  })
})

t.test('the same record asks the same questions', async t => {
  const seeds = async () =>
    (await talk(['THE MOON PULLS THE SEA', 'MOON'])).model.asked.map(({ asking }) => asking.seed)
  t.same(await seeds(), await seeds())
})

t.test('a reply that cannot be used costs one try, not the turns before it', async t => {
  const { yielded, model } = await talk(['THE MOON PULLS THE SEA', cut, 'THE MOON', 'MOON.'])
  t.match(yielded, { exchanged: { length: 3 } })
  t.equal(model.asked.length, 4)
  const spent = await talk(['THE MOON PULLS THE SEA', cut, cut], { tries: 2 })
  t.match(spent.yielded, [{ exchanged: { length: 1 } }, { reject: 'no-response', detail: { turn: 1 }, part: task }])
  await t.rejects(talk([cut, cut], { tries: 2 }), cut, 'with nothing before it there is no conversation')
  const gone = new AutoifError('AUTOIF_MODEL', 'the server is away')
  await t.rejects(talk(['THE MOON PULLS THE SEA', gone]), gone)
})

t.test('query and instruction are joined as rows of one turn are', async t => {
  const user = async (knobs = {}) => {
    const { yielded } = await talk(['THE MOON PULLS THE SEA', 'THE MOON', 'MOON.'], knobs, {
      ...task,
      query: 'tell me',
    })
    return (yielded as unknown as { exchanged: readonly { user: string }[] }).exchanged[0]?.user
  }
  t.equal(await user(), 'Tell me. Use capitals.')
  t.equal(await user({ soundJoin: false }), 'Tell me. Use capitals..')
})
