import t from 'tap'
import { presets } from '../../../lib/recipes/presets.ts'
import { toSft } from '../../../lib/stages/5-rows/to-sft.ts'
import { scored } from '../../fixtures/cast.ts'
import { visit } from '../../fixtures/visit.ts'

t.test('a row is the query and the instruction as one prompt, the response, and where they come from', async t => {
  t.strictSame(await visit(toSft(), scored, { id: 'i.q.0' }), {
    prompt: 'How do tides work? Answer in capital letters.',
    response: 'THE MOON.',
    lineage: {
      id: 'i.q.0',
      model: 'teacher',
      judge: 'judge',
      pass_rate: 1,
      score: 9,
      instruction: 'Answer in capital letters.',
      query: 'How do tides work?',
    },
  })
})

t.test('a record that never saw a verifier says so', async t => {
  t.match(await visit(toSft(), { ...scored, passRate: null }), { lineage: { pass_rate: null } })
})

t.test('query and instruction are joined soundly, unless a preset joins as upstream does', async t => {
  const prompt = async (knobs = {}) =>
    ((await visit(toSft(knobs), { ...scored, query: 'what is 3.14' })) as unknown as { prompt: string }).prompt
  t.equal(await prompt(presets.sound), 'What is 3.14. Answer in capital letters.')
  for (const preset of ['paper', 'reference-code'] as const) {
    t.equal(await prompt(presets[preset].toSft), 'What is 3.14 Answer in capital letters..', preset)
  }
})

t.test('a blank response is refused, because a trainer would skip the row or learn silence', async t => {
  t.strictSame(await visit(toSft(), { ...scored, response: ' \n' }), { reject: 'blank' })
})

t.test('a curated response stands under its instruction, word for word, and says where it comes from', async t => {
  const lesson = {
    instruction: 'why is bread soft',
    response: 'Yeast.',
    origin: 'augmented',
    model: 'backward',
  } as const
  t.strictSame(await visit(toSft(), { ...lesson, score: 4, judgements: ['Score: 4'], judge: 'judge' }, { id: 'c' }), {
    prompt: 'why is bread soft',
    response: 'Yeast.',
    lineage: {
      id: 'c',
      model: 'backward',
      judge: 'judge',
      score: 4,
      origin: 'augmented',
      instruction: 'why is bread soft',
      query: '',
    },
  })
  const tags = toSft({ seedTag: 'As people say it.', augmentedTag: 'As the web says it.' })
  t.match(await visit(tags, { ...lesson, score: 4 }), { prompt: 'why is bread soft\nAs the web says it.' })
  t.match(await visit(tags, { ...lesson, origin: 'seed', score: null }), {
    prompt: 'why is bread soft\nAs people say it.',
  })
})

t.test('a conversation is its last turn, with those before as history', async t => {
  const exchanged = [
    { user: 'Why? Use capitals.', response: 'THE MOON PULLS.', passRate: 1 },
    { user: 'Be brief.', response: 'MOON.', passRate: 1 },
  ]
  const record = { ...scored, response: 'MOON.', exchanged }
  t.match(await visit(toSft(), record), {
    prompt: 'Be brief.',
    response: 'MOON.',
    history: [{ prompt: 'Why? Use capitals.', response: 'THE MOON PULLS.' }],
    lineage: { turns: 2 },
  })
  const blank = { ...record, exchanged: [{ ...exchanged[0], response: ' ' }, exchanged[1]] } as typeof record
  t.match(await visit(toSft(), blank), { reject: 'blank' })
})
