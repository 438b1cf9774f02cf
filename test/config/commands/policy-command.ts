import t from 'tap'
import { readCommandLine } from '../../../lib/config/commands/command-line.ts'

t.test('a comparison needs both models', async t => {
  const both = ['--policy', 'http://a=x', '--reference', 'http://b=y']
  t.match(readCommandLine(['policy-diff', ...both, 'dpo.jsonl', '--api-key-file', 'key']), {
    command: 'policy-diff',
    args: ['dpo.jsonl'],
    options: { policy: 'http://a=x', reference: 'http://b=y', 'api-key-file': 'key', rows: '50' },
  })
  for (const half of [both.slice(0, 2), both.slice(2)])
    t.throws(() => readCommandLine(['policy-diff', ...half]), { code: 'AUTOIF_USAGE', message: /required option/ })
})
