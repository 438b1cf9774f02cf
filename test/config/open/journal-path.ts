import { join } from 'node:path'
import t from 'tap'
import { journalOf } from '../../../lib/config/open/journal-path.ts'
import { settings } from '../../../lib/config/settings.ts'

t.test('a run has a journal of its own, unless another is named or none is wanted', async t => {
  const { journal } = settings
  t.equal(journalOf({ journal, run: 'demo', offline: false }), join('demo', 'journal.sqlite'))
  t.equal(journalOf({ journal, run: '', offline: false }), '')
  t.equal(journalOf({ journal: 'all.sqlite', run: 'demo', offline: false }), 'all.sqlite')
})

t.test('offline there has to be one already', async t => {
  const dir = t.testdir({ 'j.sqlite': '' })
  t.equal(journalOf({ journal: join(dir, 'j.sqlite'), run: '', offline: true }), join(dir, 'j.sqlite'))
  t.throws(() => journalOf({ journal: 'auto', run: '', offline: true }), {
    code: 'AUTOIF_USAGE',
    message: /and there is none$/,
    hint: /--journal/,
  })
  t.throws(() => journalOf({ journal: 'auto', run: join(dir, 'new'), offline: true }), {
    code: 'AUTOIF_USAGE',
    message: `offline, only an answer journal can answer, and ${join(dir, 'new', 'journal.sqlite')} is not there yet`,
    hint: /once without --offline/,
  })
})
