import t from 'tap'
import { novel } from '../../../lib/stages/1-instructions/novel.ts'
import { visit } from '../../fixtures/visit.ts'

const of = (instruction: string) => ({ instruction, source: 'seeds' })
const ten = 'one two three four five six seven eight nine ten'

t.test('a new instruction passes as the record it came in as', async t => {
  const stage = novel<ReturnType<typeof of>>()
  const record = of('Use no commas.')
  t.equal(await visit(stage, record), record)
  t.equal(stage.lanes, 1, 'in order, because the first of two alike is the one to keep')
})

t.test('the same words again are a duplicate, case, spaces and punctuation aside', async t => {
  const stage = novel()
  await visit(stage, of('Use no commas.'))
  t.match(await visit(stage, of('"Use no commas!"')), { reject: 'duplicate', detail: { text: 'Use no commas.' } })
  t.strictSame(await visit(stage, of(' use NO  commas.')), {
    reject: 'duplicate',
    detail: { score: 1, text: 'Use no commas.' },
  })
})

t.test('more than 0.7 by ROUGE-L is a near duplicate, exactly 0.7 is not', async t => {
  const against = async (instruction: string) => {
    const stage = novel()
    await visit(stage, of(ten))
    return visit(stage, of(instruction))
  }
  t.match(await against(`${ten} A B C D E F G H`), {
    reject: 'near-duplicate',
    detail: { score: /^0\.71/, text: ten },
  })
  t.match(await against('one two three four five six seven A B C'), { instruction: /one/ })
  t.match(await against('one two three four five six A B C D'), { instruction: /one/ })
})

t.test('at 1 only exact duplicates are refused, as upstream does', async t => {
  const stage = novel({ above: 1 })
  await visit(stage, of(ten))
  t.match(await visit(stage, of(`${ten} eleven`)), { instruction: `${ten} eleven` })
  t.match(await visit(stage, of(ten.toUpperCase())), { reject: 'duplicate' })
})

t.test('what was refused is not held against those that come later', async t => {
  const stage = novel()
  await visit(stage, of('one two three four five six'))
  t.match(await visit(stage, of('one two three four five seven')), { reject: 'near-duplicate' })
  t.match(await visit(stage, of('nine two three four five seven ten')), { instruction: /nine/ })
})

t.test('two runs do not remember each other’s instructions', async t => {
  await visit(novel(), of(ten))
  t.match(await visit(novel(), of(ten)), { instruction: ten })
})
