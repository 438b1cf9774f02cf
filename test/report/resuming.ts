import t from 'tap'
import { resuming } from '../../lib/report/resuming.ts'

t.test('only what is there is spoken of, and what the next attempt begins with', async t => {
  t.equal(
    resuming({ stdout: false, files: true, answers: true, alone: false }),
    'Files are left as .part; the same command again goes on from the answers that are kept.',
  )
  t.equal(
    resuming({ stdout: true, files: false, answers: false, alone: false }),
    'Rows on stdout are whole; the same command again starts afresh, with --run DIR it would go on.',
  )
  t.match(
    resuming({ stdout: true, files: true, answers: true, alone: false }),
    /^Rows on stdout are whole, files are left as \.part; /,
  )
  t.match(
    resuming({ stdout: false, files: false, answers: false, alone: false }),
    /^The same command again starts afresh/,
  )
  t.match(resuming({ stdout: true, files: false, answers: false, alone: true }), /with --journal FILE it would go on/)
})
