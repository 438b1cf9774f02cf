import t from 'tap'
import { readCommandLine } from '../../../lib/config/commands/command-line.ts'

t.test('plan takes what a run takes', async t => {
  t.same(readCommandLine(['plan', 'autoif', '--run', 'demo', '--no-adaptive', '-m', 'qwen']), {
    command: 'plan',
    args: ['autoif'],
    options: { run: 'demo', adaptive: false, model: 'qwen' },
  })
})

t.test('ingest takes files, or stdin, and needs to know whose they are', async t => {
  t.match(readCommandLine(['ingest', '--run', 'demo', 'a.jsonl', 'b.jsonl']), {
    command: 'ingest',
    args: ['a.jsonl', 'b.jsonl'],
    options: { run: 'demo', journal: '' },
  })
  t.match(readCommandLine(['ingest', '--run', 'demo', '--journal', 'all.sqlite']), {
    args: ['-'],
    options: { journal: 'all.sqlite' },
  })
  t.throws(() => readCommandLine(['ingest', 'a.jsonl']), { code: 'AUTOIF_USAGE', message: /--run/ })
})
