import t from 'tap'
import { isProblem } from '../../../lib/records/door.ts'
import { doors } from '../../../lib/records/interchange/doors.ts'
import { filledOnly } from '../../../lib/records/interchange/instructions.ts'
import { notYet } from '../../../lib/records/interchange/not-yet.ts'

const several = { problem: 'has several instructions, which this stage does not read' }
const unfilled = { problem: 'has an instruction with placeholders, which stage fill has not filled yet' }

t.test('a row with several instructions is named as one, wherever it comes in', async t => {
  const row = { instructions: ['a', 'b'], query: 'q', eval_funcs: [['f'], ['g']], cases: [[], []], prompt: 'p' }
  for (const stage of ['cross-validate', 'back-translate', 'pair', 'sample', 'verify', 'score', 'to-dpo'] as const) {
    t.match(doors[stage].read(row), several, stage)
    t.match(doors[stage].read({ original: row, responses: ['r'] }), several, `${stage}, behind inference`)
  }
  const turns = { messages: [], constraints: { c1: { constraint: 'a' } }, turns: [{ constraint_ids: ['c1'] }] }
  t.match(doors.verify.read({ ...turns, eval_func: ['f'], response: 'r' }), several)
})

const row = { instruction: 'Use {N} words.', placeholders: { N: { type: 'numeric' }, M: { type: 'numeric' } } }
const eval_func = ['def evaluate(response, N):\n    return True']

t.test('placeholders are read by the stages that can do with them, and named by those that cannot', async t => {
  for (const stage of ['novel', 'generate-verifiers'] as const)
    t.same(doors[stage].read(row), { ...row, placeholders: { N: { type: 'numeric' } } }, stage)
  t.match(doors['cross-validate'].read({ original: row, responses: [] }), { placeholders: { N: {} }, replies: [] })
  t.match(doors.augment.read(row), { shots: [{ placeholders: { N: {} } }] })
  t.match(doors.augment.read({ shots: ['a', row] }), { shots: ['a', { placeholders: { N: {} } }] })
  const verified = { ...row, eval_func, cases: [] }
  t.match(doors.pair.read(verified), { placeholders: { N: {} } })
  const task = { ...verified, query: 'Why?', prompt: 'p' }
  t.match(doors.fill.read(task), { placeholders: { N: {} } })
  for (const stage of ['sample', 'to-rlvr'] as const) t.match(doors[stage].read(task), unfilled, stage)
  t.match(doors.verify.read({ original: task, responses: ['r'] }), unfilled)
  t.match(filledOnly.read(verified), unfilled)
})

t.test('a placeholder that cannot be filled is a problem at the door', async t => {
  const bad = { ...row, placeholders: { N: { type: 'static' } } }
  t.match(doors.novel.read(bad), { problem: 'placeholder N is static and has no values' })
  t.match(doors.augment.read({ shots: [bad] }), { problem: 'shots[0] placeholder N is static and has no values' })
})

t.test('what only looks like it is read as ever', async t => {
  const filled = { instruction: 'Use 3 words.', placeholders: { N: { type: 'numeric' } } }
  t.strictSame(notYet(filled, {}), { instruction: 'Use 3 words.' })
  const curly = { instruction: 'Use {curly} brackets.', placeholders: {} }
  t.strictSame(notYet(curly, {}), { instruction: 'Use {curly} brackets.' })
  t.type(notYet({ instruction: 'a', instructions: ['b'] }, {}), 'object')
  t.notOk(isProblem(doors.verify.read({ constraints: { a: 1 }, eval_func: ['f'], response: 'r' })))
})
