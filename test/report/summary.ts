import t from 'tap'
import { Audit } from '../../lib/report/audit.ts'
import { summary } from '../../lib/report/summary.ts'
import { books } from '../fixtures/books.ts'

const facts = {
  version: '1.2.3',
  recipe: 'autoif',
  preset: 'sound',
  seed: '0',
  complete: true,
  seconds: 1.5,
  models: { teacher: { requests: 3 } },
  sandbox: null,
  nli: 'lexical-baseline',
}

const json = (...given: Parameters<typeof summary>) => JSON.parse(JSON.stringify(summary(...given)))

t.test('the facts of the run, its sums and a row of books for each stage, as JSON', async t => {
  const ledger = books({ queries: { kept: 3 }, sample: { kept: 1, rejected: { odd: 1 }, failed: 1 } })
  ledger.rows = 1
  const meter = new Map([['sample', { milliseconds: 12.7, under: 0 }]])
  t.strictSame(json(ledger, { ...facts, meter }), {
    _v: 1,
    ...facts,
    rows: 1,
    refused: 2,
    failed: 1,
    stages: [
      {
        stage: 'queries',
        entered: 3,
        kept: 3,
        rejected: 0,
        failed: 0,
        cancelled: 0,
        out: 3,
        reasons: {},
        milliseconds: 0,
      },
      {
        stage: 'sample',
        entered: 3,
        kept: 1,
        rejected: 1,
        failed: 1,
        cancelled: 0,
        out: 1,
        reasons: { odd: 1, fault: 1 },
        milliseconds: 13,
      },
    ],
  })
})

t.test('what was above a stage is not repeated under it', async t => {
  const ledger = books({ read: {} })
  ledger.open('below', ledger.accounts[0])
  t.notMatch(JSON.stringify(summary(ledger, { ...facts, meter: new Map() })), 'above')
})

t.test('how right the pipeline was is in it where that can be known', async t => {
  const functions = new Audit()
  functions.count(true, true)
  t.match(json(books({}), { ...facts, meter: new Map(), audits: { functions } }), {
    audits: { functions: { precision: 1, recall: 1, accepted: 1, right: 1 } },
  })
  t.notOk('audits' in json(books({}), { ...facts, meter: new Map() }))
})
