import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import t from 'tap'
import { writeSummary } from '../../lib/report/summary-file.ts'

t.test('it is JSON with a line end, in a file or on stdout', async t => {
  const path = join(t.testdir(), 'summary.json')
  const stdout = new PassThrough()
  await writeSummary(path, { rows: 2 }, stdout)
  t.equal(readFileSync(path, 'utf8'), '{\n  "rows": 2\n}\n')
  t.equal(stdout.read(), null)
  await writeSummary('-', { rows: 2 }, stdout)
  t.equal(`${stdout.read()}`, '{\n  "rows": 2\n}\n')
})

t.test('a place that cannot be written is named, with the flag', async t => {
  const path = join(t.testdir(), 'none', 'summary.json')
  await t.rejects(writeSummary(path, {}, new PassThrough()), {
    code: 'AUTOIF_SINK',
    message: `cannot write the summary to ${path}`,
    hint: /--summary/,
  })
})
