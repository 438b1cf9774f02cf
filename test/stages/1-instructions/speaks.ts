import t from 'tap'
import { speaks } from '../../../lib/stages/1-instructions/speaks.ts'
import { sampled } from '../../fixtures/cast.ts'
import { visit } from '../../fixtures/visit.ts'

const finnish = 'Vastaa yhdellä lauseella, jossa ei ole pilkkuja.'
const english = 'Answer with one sentence that has no commas.'
const fi = { language: 'fi' }

t.test('what is in the language passes as the record it came in as, from the first to the last', async t => {
  const stage = speaks<'query', { query: string }>({ field: 'query', ...fi })
  for (const record of [{ query: finnish }, { query: finnish }]) t.equal(await visit(stage, record), record)
})

t.test('what is in another language is refused, and it is said in which', async t => {
  const stage = speaks<'instruction', { instruction: string }>({ field: 'instruction', ...fi })
  t.same(await visit(stage, { instruction: english }), {
    reject: 'another-language',
    detail: { field: 'instruction', language: 'en' },
  })
})

t.test('what is too short to tell passes, unless strictness is asked for', async t => {
  const record = { query: 'OK?' }
  const lenient = speaks<'query', typeof record>({ field: 'query', ...fi })
  const strict = speaks<'query', typeof record>({ field: 'query', ...fi, strict: true })
  t.equal(await visit(lenient, record), record)
  t.match(await visit(strict, record), { reject: 'language-unsure', detail: { field: 'query' } })
})

t.test('of several responses those in another language are refused in parts, the others go on together', async t => {
  const stage = speaks<'responses', typeof sampled>({ field: 'responses', ...fi })
  const mixed = { ...sampled, responses: [finnish, english, 'OK.', english] }
  const refused = { reject: 'another-language', detail: { language: 'en' }, part: { ...sampled, responses: [english] } }
  t.match(await visit(stage, mixed), [{ ...sampled, responses: [finnish, 'OK.'] }, refused, refused])
  const same = { ...sampled, responses: [finnish] }
  t.equal(await visit(stage, same), same)
  t.match(await visit(stage, { ...sampled, responses: [english] }), [refused])
})

t.test('without a language everything passes', async t => {
  const record = { query: english }
  t.equal(await visit(speaks<'query', typeof record>({ field: 'query' }), record), record)
})

t.test('of a conversation what stands before the first response in another language is left', async t => {
  const turn = (response: string) => ({ user: english, response, passRate: 1 })
  const record = { exchanged: [turn(finnish), turn(english), turn(finnish)] }
  const stage = speaks<'exchanged', typeof record>({ field: 'exchanged', ...fi })
  t.match(await visit(stage, record), [
    { exchanged: [turn(finnish)] },
    { reject: 'another-language', detail: { turn: 1 }, part: record },
  ])
  t.equal(((await visit(stage, record)) as unknown as [typeof record])[0].exchanged.length, 1)
  t.match(await visit(stage, { exchanged: record.exchanged.slice(1) }), {
    reject: 'another-language',
    detail: { turn: 0 },
    part: undefined,
  })
  const all = { exchanged: [turn(finnish), turn(finnish)] }
  t.equal(await visit(stage, all), all)
})
