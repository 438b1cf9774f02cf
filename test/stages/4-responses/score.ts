import t from 'tap'
import { AutoifError } from '../../../lib/errors.ts'
import { presets } from '../../../lib/recipes/presets.ts'
import { type defaults, score } from '../../../lib/stages/4-responses/score.ts'
import { accepted } from '../../fixtures/cast.ts'
import { scripted } from '../../fixtures/fakes.ts'
import { seedAsked } from '../../fixtures/seed-asked.ts'
import { visit } from '../../fixtures/visit.ts'

const judged = (replies: string[], knobs: Partial<typeof defaults> = {}) =>
  visit(score({ judge: scripted(() => replies, { name: 'judge' }), ...knobs }), accepted)

t.test('the record grows by the score, what the judge said and who it was', async t => {
  t.strictSame(await judged(['Good.\nScore: 9']), {
    ...accepted,
    score: 9,
    judgements: ['Good.\nScore: 9'],
    judge: 'judge',
  })
})

t.test('8 is enough; the reference code wants more', async t => {
  const strict = presets['reference-code'].score
  t.match(await judged(['Score: 8']), { score: 8, judge: 'judge' })
  t.match(await judged(['Score: 7.9']), { reject: 'low-score', detail: { score: 7.9, judgements: ['Score: 7.9'] } })
  t.match(await judged(['Score: 8'], presets.paper.score), { score: 8 })
  t.match(await judged(['Score: 8'], strict), { reject: 'low-score', detail: { score: 8 } })
  t.match(await judged(['Score: 9'], strict), { score: 9 })
  t.match(await judged(['Score: 6'], { minScore: 6 }), { score: 6 })
  t.match(await judged(['Score: 5'], { minScore: 6 }), { reject: 'low-score' })
})

t.test('several judgements count by the mean of those that name a score', async t => {
  t.match(await judged(['Score: 9', 'I cannot say.', 'Score: 7'], { judgements: 3 }), { score: 8 })
  t.match(await judged(['Score: 9', 'Score: 6'], { judgements: 2 }), { reject: 'low-score', detail: { score: 7.5 } })
})

t.test('a reply without a score is refused and shown', async t => {
  t.strictSame(await judged(['I cannot say.']), { reject: 'no-score', detail: { judgements: ['I cannot say.'] } })
  t.match(await judged([]), { reject: 'no-score' })
})

t.test('scores are read with some tolerance and on the scale of 0 to 10; the reference code is strict', async t => {
  const strict = presets['reference-code'].score
  t.match(await judged(['**Score: 9/10**']), { score: 9 })
  t.match(await judged(['Score: 12']), { reject: 'no-score' })
  t.match(await judged(['**Score: 9/10**'], strict), { reject: 'no-score' })
  t.match(await judged(['Score: 12'], strict), { score: 12 })
})

t.test('the judge is asked once about instruction, query and response, at temperature 0', async t => {
  const { signal } = new AbortController()
  const judge = scripted(() => ['Score: 9'])
  await visit(score({ judge }), accepted, { signal })
  await visit(score({ judge, judgements: 3, temperature: 0.4 }), accepted)
  const about = /Answer in capital letters.*How do tides work\?.*THE MOON\./s
  t.match(judge.asked, [
    { prompt: about, asking: { n: 1, temperature: 0 } },
    { prompt: about, asking: { n: 3, temperature: 0.4 } },
  ])
  t.equal(judge.asked[0]?.asking.signal, signal)
})

t.test('judgements that came in with the record are read, and the judge is not asked', async t => {
  const judge = scripted(() => ['Score: 0'])
  t.match(await visit(score({ judge }), { ...accepted, judgements: ['Score: 9'] }), {
    score: 9,
    judgements: ['Score: 9'],
  })
  t.match(await visit(score({ judge }), { ...accepted, judgements: ['Score: 3'] }), { reject: 'low-score' })
  t.same(judge.asked, [])
})

t.test('the seed is drawn from the run and the record', async t => {
  const seed = seedAsked(judge => score({ judge }), accepted)
  t.equal(await seed('a'), await seed('a'))
  t.not(await seed('a'), await seed('b'))
  t.not(await seed('a'), await seed('a', '1'))
})

t.test('as many responses are judged at once as the judge can take', async t => {
  t.match(score({ judge: scripted(() => [], { lanes: 12 }) }), { cost: 'model', lanes: 12 })
})

t.test('on dispatcher’s scale of 1 to 5 the judge hears of no instruction, and 4 is enough', async t => {
  const own = presets.dispatcher.score
  const judge = scripted(() => ['It answers.\n`Score: 4`'])
  t.match(await visit(score({ judge, ...own }), accepted), { score: 4 })
  t.match(judge.asked[0]?.prompt, /How do tides work\?.*THE MOON\./s)
  t.notMatch(judge.asked[0]?.prompt, accepted.instruction)
  t.match(await judged(['(Score: 3)'], own), { reject: 'low-score', detail: { score: 3 } })
  for (const reply of ['Score: 0', 'Score: 8', 'Score: 4/10'])
    t.match(await judged([reply], own), { reject: 'no-score' }, reply)
  t.match(await judged(['Score 5/5'], own), { score: 5 })
})

const conversed = {
  query: 'How do tides work?',
  instruction: 'Use capitals. Be brief.',
  composedOf: ['Use capitals.', 'Be brief.'].map(instruction => ({ instruction, verifiers: [], cases: [] })),
  turns: [1, 1],
  exchanged: [
    { user: 'How do tides work? Use capitals.', response: 'THE MOON PULLS.', passRate: 1 },
    { user: 'Be brief.', response: 'MOON.', passRate: 0.5 },
  ],
  model: 'teacher',
}

t.test(
  'of a conversation every turn is judged by the query it began with, and the lowest score is its score',
  async t => {
    let at = 0
    const judge = scripted(() => [['Score: 10'], ['Score: 8']][at++] ?? [], { name: 'judge' })
    const found = await visit(score({ judge }), conversed)
    t.match(found, {
      instruction: 'Use capitals. Be brief.',
      response: 'MOON.',
      passRate: 0.5,
      score: 8,
      judgements: ['Score: 10', 'Score: 8'],
      exchanged: [{ judgements: ['Score: 10'] }, { judgements: ['Score: 8'] }],
      prompt: 'Be brief.',
      judge: 'judge',
    })
    t.match(
      judge.asked.map(({ prompt }) => prompt),
      [/Use capitals\.\n.*tides.*\n.*THE MOON PULLS/, /Use capitals\. Be brief\.\n.*tides.*\n.*MOON\./],
    )
  },
)

t.test('of a conversation what stands before the first turn that is scored low is used', async t => {
  const turns = async (...replies: string[]) => {
    let at = 0
    return visit(score({ judge: scripted(() => [replies[at++] ?? '']) }), conversed)
  }
  t.match(await turns('Score: 9', 'Score: 3'), [
    { instruction: 'Use capitals.', response: 'THE MOON PULLS.', score: 9, exchanged: { length: 1 } },
    { reject: 'low-score', detail: { turn: 1, score: 3 }, part: conversed },
  ])
  t.match(await turns('I cannot say.', 'Score: 9'), { reject: 'no-score', detail: { turn: 0 } })
})

t.test('a conversation that was scored is scored by what was said of each turn', async t => {
  const judge = scripted(() => ['Score: 1'])
  const [first, second] = conversed.exchanged
  const rated = [
    { ...first, judgements: ['Score: 10'] },
    { ...second, judgements: ['Score: 8'] },
  ] as const
  const told = { ...conversed, exchanged: rated, judge: 'someone' } as never
  t.match(await visit(score({ judge }), told), { score: 8, judgements: ['Score: 10', 'Score: 8'], judge: 'someone' })
  t.match(await visit(score({ judge, minScore: 9 }), told), [{ score: 10, turns: [1] }, { reject: 'low-score' }])
  t.same(judge.asked, [])
})

t.test('a judgement that cannot be used ends a conversation there, and fails one that has only begun', async t => {
  const cut = new AutoifError('AUTOIF_MODEL', 'the reply was cut', { reason: 'truncated' })
  const turns = (...replies: (string | Error)[]) => {
    let at = 0
    const judge = scripted(() => {
      const reply = replies[at++]
      if (typeof reply === 'string') return [reply]
      throw reply
    })
    return visit(score({ judge }), conversed)
  }
  t.match(await turns('Score: 9', cut), [
    { score: 9, turns: [1] },
    { reject: 'no-score', detail: { turn: 1 } },
  ])
  await t.rejects(async () => turns(cut), cut)
})
