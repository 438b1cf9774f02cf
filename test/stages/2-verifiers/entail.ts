import t from 'tap'
import { entail } from '../../../lib/stages/2-verifiers/entail.ts'
import { backTranslated } from '../../fixtures/cast.ts'
import { entailerOf } from '../../fixtures/fakes.ts'
import { visit } from '../../fixtures/visit.ts'

const label = (_: string, said: string) =>
  said.startsWith('Not') ? 'contradiction' : said.startsWith('Maybe') ? 'neutral' : 'entailment'

const heard = (...backTranslations: string[]) => ({ ...backTranslated, backTranslations })

t.test('the record grows by the labels and by who gave them; neutral is no contradiction', async t => {
  const nli = entailerOf(label, { name: 'baseline' })
  const record = heard('Capitals only.', 'Maybe loud.')
  t.strictSame(await visit(entail({ nli }), record), { ...record, labels: ['entailment', 'neutral'], nli: 'baseline' })
})

t.test('the instruction is the premise and every back-translation a hypothesis', async t => {
  const { signal } = new AbortController()
  const nli = entailerOf(label)
  await visit(entail({ nli }), heard('one', 'two'), { signal })
  t.strictSame(nli.judged, [
    [backTranslated.instruction, 'one', signal],
    [backTranslated.instruction, 'two', signal],
  ])
})

t.test('one contradiction among several refuses the record', async t => {
  const nli = entailerOf(label, { name: 'baseline' })
  const said = ['Capitals only.', 'Maybe loud.', 'Not capitals.']
  t.strictSame(await visit(entail({ nli }), heard(...said)), {
    reject: 'contradiction',
    detail: { labels: ['entailment', 'neutral', 'contradiction'], backTranslations: said, nli: 'baseline' },
  })
})

t.test('the first three back-translations count, or as many as told', async t => {
  const record = heard('one', 'two', 'three', 'Not four')
  t.match(await visit(entail({ nli: entailerOf(label) }), record), {
    labels: ['entailment', 'entailment', 'entailment'],
  })
  t.match(await visit(entail({ nli: entailerOf(label), backTranslations: 4 }), record), { reject: 'contradiction' })
})

t.test('the entailer sets how many are judged at once', async t => {
  t.match(entail({ nli: entailerOf(label, { lanes: 5 }) }), { cost: 'cpu', lanes: 5 })
})
