import t from 'tap'
import { isProblem } from '../../../lib/records/door.ts'
import { preference } from '../../../lib/records/interchange/preference.ts'
import { formats } from '../../../lib/sinks/shapes/index.ts'
import { partsWith } from '../../../lib/sinks/shapes/parts.ts'

const row = { prompt: 'Why? Use no commas.', chosen: 'So\nit is.', rejected: 'So, it is.' }
const lineage = { id: 'a', model: 'teacher', instruction: 'Use no commas.', query: 'Why?' }
const parts = partsWith(() => 'python').dpo

t.test('a pair is read back from every format that is written', async t => {
  const values = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part({ ...row, lineage })]))
  for (const [name, { arrange }] of Object.entries(formats.dpo)) {
    const written = JSON.parse(JSON.stringify({ ...arrange(values as never), _autoif: lineage }))
    t.strictSame(preference.read(written), row, name)
  }
})

t.test('texts under the usual names are a pair as well', async t => {
  t.strictSame(preference.read(row), row)
  t.match(preference.read({ instruction: 'Sum up.', input: 'A text.', chosen: 'A', rejected: 'B' }), {
    prompt: 'Sum up.\nA text.',
  })
})

t.test('what is no pair says why', async t => {
  const problem = (value: unknown) => {
    const read = preference.read(value)
    return isProblem(read) ? read.problem : 'none'
  }
  t.equal(problem({ query: 'Why?', chosen: 'A', rejected: 'B' }), 'has no prompt')
  const talk = [
    { from: 'human', value: 'Why?' },
    { from: 'gpt', value: 'So.' },
  ]
  for (const other of [{ query: 'Why?' }, { conversations: talk }, { instruction: 'Why?', output: 'So.' }])
    t.equal(problem(other), 'has neither chosen nor rejected')
  t.equal(problem({ prompt: 'Why?', chosen: 'A' }), 'has no rejected')
  t.equal(problem({ ...row, chosen: ' ' }), 'chosen is neither a text nor a turn')
  t.equal(problem({ ...row, chosen: 7 }), 'chosen is neither a text nor a turn')
  t.equal(problem({ ...row, output: ['A'], chosen: 'B' }), 'has no rejected')
  t.match(
    problem({
      ...row,
      prompt: [
        { role: 'system', content: 'Be.' },
        { role: 'user', content: 'Why?' },
      ],
    }),
    /other turns/,
  )
  t.match(problem('Why?'), /not an object/)
})
