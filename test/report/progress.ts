import { PassThrough } from 'node:stream'
import { mock } from 'node:test'
import type { WriteStream } from 'node:tty'
import t, { type Test } from 'tap'
import { Ledger } from '../../lib/flow/ledger.ts'
import { line, progress } from '../../lib/report/progress.ts'
import { books } from '../fixtures/books.ts'

t.test('one line says how far a run is', async t => {
  const ledger = books({
    queries: { kept: 40 },
    entail: { kept: 3, rejected: { contradiction: 1 } },
    pair: { kept: 32 },
    sample: { kept: 30, failed: 2 },
    'to-dpo': { kept: 8 },
    'to-sft': { kept: 21 },
  })
  ledger.rows = 21
  t.equal(
    line(ledger, 12.6),
    'autoif-stream 13 s: queries 40 · instructions 3 · tasks 32 · rows 21 · pairs 8 · rejected 3 · failed 2',
  )
})

t.test('where pairs are what is made they are told once', async t => {
  const ledger = books({ queries: { kept: 40 }, 'to-dpo': { kept: 8 } })
  t.equal(line(ledger, 1), 'autoif-stream 1 s: queries 40 · pairs 0')
  ledger.rows = 7
  t.equal(line(ledger, 2), 'autoif-stream 2 s: queries 40 · pairs 7')
})

t.test('what has not begun is not mentioned, but that there are no rows yet is', async t => {
  t.equal(line(new Ledger(), 0), 'autoif-stream 0 s: rows 0')
})

/** What is written to a stream within so many seconds, a row being made in each of them, and what after the end. */
const written = (t: Test, isTTY: boolean, seconds: number, term = 'xterm') => {
  const { TERM } = process.env
  process.env.TERM = term
  mock.timers.enable({ apis: ['setInterval'] })
  t.teardown(() => {
    mock.timers.reset()
    if (TERM === undefined) delete process.env.TERM
    else process.env.TERM = TERM
  })
  const ledger = books({ queries: { kept: 4 } })
  const stderr = Object.assign(new PassThrough(), { isTTY, columns: 200, rows: 40 })
  const end = progress(ledger, stderr as unknown as WriteStream)
  for (; ledger.rows < seconds; ledger.rows++) mock.timers.tick(1000)
  const during = String(stderr.read() ?? '')
  end()
  mock.timers.tick(60_000)
  return { during, after: String(stderr.read() ?? '') }
}

t.test('in a log nothing is written for the first seconds of a run', async t => {
  t.same(written(t, false, 9), { during: '', after: '' })
})

t.test('in a log a whole line is written every ten seconds, and none after the end', async t => {
  const { during, after } = written(t, false, 31)
  t.match(during, /^(autoif-stream \d+ s: queries 4 · rows \d+\n){3}$/)
  t.equal(after, '')
})

t.test('on a terminal the line is renewed all the time, and wiped away at the end', async t => {
  const { during, after } = written(t, true, 3)
  for (const rows of [0, 1, 2]) t.match(during, `queries 4 · rows ${rows}`)
  t.notMatch(after, /queries/)
  t.not(after, '')
})

t.test('a terminal that cannot move its cursor gets lines as a log does', async t => {
  t.match(written(t, true, 11, 'dumb').during, /^autoif-stream .*\n$/)
})
