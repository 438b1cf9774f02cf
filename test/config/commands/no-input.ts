import t from 'tap'
import { noInput } from '../../../lib/config/commands/no-input.ts'

t.test('who sends nothing is told what is missing, how to give it, and where all else stands', async t => {
  t.match(noInput('conversations', 'queries', 'Name them with --queries FILE'), {
    code: 'AUTOIF_USAGE',
    message: 'conversations takes queries from stdin or from files, and there are none',
    hint: /--queries FILE.*pipe.*autoif-stream conversations --help/,
  })
})
