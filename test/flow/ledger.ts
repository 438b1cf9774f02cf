import t from 'tap'
import { Ledger } from '../../lib/flow/ledger.ts'
import type { Envelope } from '../../lib/records/envelope.ts'

const live: Envelope = { id: 'r', record: {} }
const no = (why: string, failed = false): Envelope => ({ ...live, refused: { stage: 's', why, failed } })

const opened = (entered: number) => {
  const ledger = new Ledger()
  const account = ledger.open('stage')
  account.entered = entered
  return { ledger, account }
}

t.test('a record is kept when anything of it lives on, and every refused part is counted by its reason', async t => {
  const { ledger, account } = opened(1)
  ledger.settle(account, [no('odd'), live, no('odd'), live, no('late')])
  t.match(account, { kept: 1, rejected: 0, failed: 0, out: 2, reasons: { odd: 2, late: 1 } })
})

t.test('a record of which nothing lives on is failed when a fault was among the reasons, else rejected', async t => {
  const { ledger, account } = opened(2)
  ledger.settle(account, [no('odd'), no('late')])
  ledger.settle(account, [no('odd'), no('fault', true)])
  t.match(account, { kept: 0, rejected: 1, failed: 1, out: 0 })
  t.equal(ledger.failed, 1)
})

t.test('books balance when everything that entered is kept, rejected, failed or dropped', async t => {
  const { ledger, account } = opened(4)
  ledger.settle(account, [live])
  ledger.settle(account, [no('odd')])
  ledger.settle(account, [no('fault', true)])
  t.throws(() => ledger.balance(), { code: 'AUTOIF_CONSERVATION', message: /stage: 4 records entered, 3 are/ })
  t.ok(ledger.busy)
  ledger.cancel(account)
  t.notOk(ledger.busy)
  ledger.balance()
})

t.test('a record settled twice is noticed', async t => {
  const { ledger, account } = opened(1)
  ledger.settle(account, [live])
  ledger.settle(account, [live])
  t.throws(() => ledger.balance(), { code: 'AUTOIF_CONSERVATION', hint: /report it/ })
})

t.test('a record lost between two stages is noticed, unless the flow was cut short there on purpose', async t => {
  const { ledger, account } = opened(2)
  ledger.settle(account, [live])
  ledger.settle(account, [live])
  const below = ledger.open('below', account)
  below.entered = 1
  ledger.settle(below, [live])
  const lowest = ledger.open('lowest', below)
  lowest.entered = 1
  ledger.settle(lowest, [live])
  t.throws(() => ledger.balance(), {
    code: 'AUTOIF_CONSERVATION',
    message: 'stage handed on 2 records, 1 entered below',
  })
  ledger.waive([account, below])
  ledger.balance()
  lowest.entered = 0
  lowest.kept = 0
  t.throws(() => ledger.balance(), { message: 'below handed on 1 records, 0 entered lowest' })
})

t.test('whoever waits for quiet waits until the last visit is settled', async t => {
  const { ledger, account } = opened(2)
  let quiet = false
  const waiting = ledger.quiet().then(() => {
    quiet = true
  })
  ledger.settle(account, [live])
  await new Promise(setImmediate)
  t.notOk(quiet)
  ledger.cancel(account)
  await waiting
  t.ok(quiet)
  await new Ledger().quiet()
})
