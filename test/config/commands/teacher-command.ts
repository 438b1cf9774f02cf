import t from 'tap'
import { readCommandLine } from '../../../lib/config/commands/command-line.ts'

t.test('the teacher serves, or answers batch files where some are named', async t => {
  t.match(readCommandLine(['teacher', '--port', '0']), { command: 'teacher', args: [], options: { port: '0' } })
  t.match(readCommandLine(['teacher', '--batch', 'a.jsonl', 'b.jsonl', '--seed', '7']), {
    args: ['a.jsonl', 'b.jsonl'],
    options: { seed: '7', faults: '' },
  })
})
