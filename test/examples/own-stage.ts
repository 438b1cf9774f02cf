import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { from, run } from '../../lib/index.ts'
import { autoif, rowsOf } from '../fixtures/command.ts'
import { basket } from '../fixtures/flow.ts'
import { shown } from '../fixtures/shown.ts'

// In the README:

import { type Query, register, reject, type Stage } from '../../lib/index.ts'

const rejects = { 'no-question': 'nothing is asked' } as const

/** Lets through what is asked, in capital letters. */
export const shout = (): Stage<Query, Query, keyof typeof rejects> => ({
  name: 'shout',
  cost: 'free',
  lanes: 1,
  rejects,
  run(record) {
    if (!record.query.includes('?')) return reject('no-question')
    return { ...record, query: record.query.toUpperCase() }
  },
})

register('shout', shout, { reads: 'query' })

// So far the README.

const asked = [{ query: 'Who is there?' }, { query: 'Nobody.' }]

t.test('a stage of one’s own runs through the library', async t => {
  const rows = basket<Query>()
  const ledger = await run(from(asked).through(shout()).into(rows))
  t.same(rows.rows, [{ query: 'WHO IS THERE?' }])
  t.match(ledger.accounts.at(-1), { stage: 'shout', entered: 2, kept: 1, reasons: { 'no-question': 1 } })
})

t.test('the same file runs through the command', async t => {
  const dir = t.testdir({ 'shout.ts': shown(import.meta.filename) })
  const refused = join(dir, 'rejects.jsonl')
  const args = ['stage', 'shout', '--import', join(dir, 'shout.ts'), '--rejects', refused, '--quiet']
  const input = asked.map(row => `${JSON.stringify({ ...row, id: 7 })}\n`).join('')
  const { code, stdout, stderr } = await autoif(args, input)
  t.match({ code, stderr }, { code: 0, stderr: '' })
  t.same(rowsOf(stdout), [{ query: 'WHO IS THERE?', id: 7 }])
  t.match(rowsOf(readFileSync(refused, 'utf8')), [
    { stage: 'shout', why: 'no-question', words: 'nothing is asked', record: { query: 'Nobody.' } },
  ])
})
