import t from 'tap'
import { stageDoor, stageShape } from '../../../lib/config/open/stage-door.ts'
import { settings } from '../../../lib/config/settings.ts'
import { stageNames } from '../../../lib/recipes/stages.ts'
import { isProblem } from '../../../lib/records/door.ts'
import { scored, validated, verified } from '../../fixtures/cast.ts'

const write = (stage: string, record: object, told: Partial<typeof settings> = {}) =>
  stageShape(stage, { ...settings, ...told })(record as never)

t.test('every stage of ours knows what it reads, and reads what the one before it writes', async t => {
  for (const stage of [...stageNames(), 'pair']) t.not(stageDoor(stage).kind, 'object', stage)
  const row = JSON.parse(JSON.stringify(write('verify', verified)))
  t.match(row, {
    eval_func: [
      ['upper', 1],
      ['no-lower', 0.8],
    ],
    response: [
      ['THE MOON.', 1],
      ['The moon.', 0],
    ],
  })
  for (const stage of ['accept', 'to-dpo']) t.match(stageDoor(stage).read(row), verified, stage)
  t.match(stageDoor('to-sft').read(JSON.parse(JSON.stringify(write('score', scored)))), { score: 9, judge: 'judge' })
})

t.test('the last stages write rows in the trainer’s format, with their lineage unless told not to', async t => {
  const lineage = { id: 'a', model: 'teacher', instruction: 'Use no commas.', query: 'Why?' }
  const sft = { prompt: 'Why?', response: 'Because.', lineage }
  const dpo = { prompt: 'Why?', chosen: 'Because.', rejected: 'No.', lineage }
  t.match(write('to-sft', sft), { instruction: 'Why?', output: 'Because.', _autoif: lineage })
  t.match(write('to-sft', sft, { sftFormat: 'messages' }), { messages: [{ content: 'Why?' }, {}], _autoif: lineage })
  t.notOk('_autoif' in (write('to-sft', sft, { lineage: false }) as object))
  t.match(write('to-dpo', dpo), { instruction: 'Why?', chosen: 'Because.', rejected: 'No.', _autoif: lineage })
  t.match(write('to-dpo', dpo, { dpoFormat: 'trl-preference', lineage: false }), { chosen: [{ content: 'Because.' }] })
})

t.test('labels, rewards and pairs of cases are written in their forms', async t => {
  const lineage = { id: 'a', model: 'teacher', instruction: 'Use no commas.', query: 'Why?' }
  const row = { prompt: 'Why?', response: 'Because.', label: true, lineage }
  t.match(write('to-kto', row), { conversations: [{ from: 'human' }, {}], kto_tag: true, _autoif: lineage })
  t.match(write('to-kto', row, { ktoFormat: 'axolotl-unpaired' }), { completion: 'Because.', label: true })
  const task = {
    prompt: 'Why?',
    instruction: 'Use no commas.',
    verifiers: [{ code: 'def evaluate(r):', accuracy: 1 }],
    cases: [],
    lineage,
  }
  t.match(write('to-rlvr', task), { prompt: [{ content: 'Why?' }], verifiers: [{ language: 'python' }] })
  t.match(write('to-rlvr', task, { rlvrFormat: 'open-instruct', lineage: false }), { dataset: 'autoif' })
  const pair = { prompt: 'Use no commas.', chosen: 'Tea', rejected: 'Tea, please', lineage }
  t.match(write('to-instruction-dpo', pair), { instruction: 'Use no commas.', rejected: 'Tea, please' })
})

t.test('rows bear the names that were asked for, where those have a word for them', async t => {
  t.match(write('verify', verified, { names: 'llama3' }), { chosen: ['THE MOON.'], scores: { 'The moon.': 0 } })
  t.match(write('cross-validate', validated, { names: 'dispatcher' }), { eval_func: ['upper', 'no-lower'] })
  t.match(write('score', scored, { names: 'dispatcher' }), { gen: ['Fine.\nScore: 9'] })
  t.match(write('shout', verified, { names: 'llama3' }), { graded: verified.graded })
})

t.test('a stage of one’s own takes any object and writes what it yields as it is', async t => {
  const row = { query: 'Why?', graded: 'no word of ours', responses: 3 }
  for (const stage of ['shout', 'constructor']) {
    t.equal(stageDoor(stage).read(row), row, stage)
    for (const other of [null, 'text', 7, [row]]) t.ok(isProblem(stageDoor(stage).read(other)), JSON.stringify(other))
    t.equal(write(stage, row), row)
  }
})
