import { createHash } from 'node:crypto'
import t from 'tap'
import { tallyOf } from '../../lib/sandbox/tally.ts'

t.test('missing modules are counted by function, and only where one is missing', async t => {
  const { tally, count } = tallyOf(
    () => 0,
    new Map(),
    () => 'slow',
  )
  const missing = { message: 'ModuleNotFoundError: nltk is not among the modules offered here' }
  count([
    { outcomes: 'LL', ...missing },
    { outcomes: 'TE', ...missing },
    { outcomes: 'E', message: 'ValueError: nltk' },
  ])
  t.same(tally.missingModules, { nltk: 2 })
  t.same(tally.notes, ['slow'])
})

t.test('a tally taken once goes on telling', async t => {
  const barred = new Map<string, string>()
  let restarts = 0
  const { tally, count } = tallyOf(() => restarts, barred)
  count([{ outcomes: 'TTF' }, { outcomes: 'EXN', message: 'Error: x' }])
  count([{ outcomes: 'T' }])
  t.match(tally.verdicts, { T: 3, F: 1, E: 1, X: 1, N: 1, C: 0, L: 0, M: 0, O: 0 })
  restarts = 2
  barred.set('() => true', 'it had to go')
  const hash = createHash('sha256').update('() => true').digest('hex').slice(0, 16)
  t.match(JSON.parse(JSON.stringify(tally)), { restarts: 2, quarantined: [{ hash, reason: 'it had to go' }] })
})
