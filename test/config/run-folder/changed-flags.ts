import t from 'tap'
import { readCommandLine } from '../../../lib/config/commands/command-line.ts'
import { readConfig } from '../../../lib/config/read-config.ts'
import { changedFlags } from '../../../lib/config/run-folder/changed-flags.ts'
import type { Typed } from '../../../lib/config/typed.ts'

const changed = (...argv: string[]) => changedFlags(readConfig(readCommandLine(argv) as Typed, {}))

t.test('what is the preset’s is not said, what is not is said as it would be typed', async t => {
  t.strictSame(changed(), [])
  t.strictSame(changed('--preset', 'paper'), [])
  t.strictSame(changed('--min-score', '7', '--no-cycle', '--strict-score'), [
    '--no-cycle',
    '--min-score 7',
    '--strict-score',
  ])
  t.strictSame(changed('--preset', 'paper', '--cycle', '--min-score', '8'), ['--cycle'])
})
