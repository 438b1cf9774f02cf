import t from 'tap'
import { commandLine, readCommandLine } from '../../../lib/config/commands/command-line.ts'

t.test('what a measurement may spend is bounded unless told otherwise', async t => {
  t.same(readCommandLine(['bench']), {
    command: 'bench',
    args: [],
    options: {
      concurrency: '256',
      'max-requests': '300',
      'max-tokens': '100000',
      'reply-tokens': '256',
      seconds: '2',
      json: false,
    },
  })
  t.match(readCommandLine(['bench', 'autoif', '-m', 'qwen', '--max-requests', '9', '--json', '--seconds', '0.5']), {
    args: ['autoif'],
    options: { model: 'qwen', 'max-requests': '9', json: true, seconds: '0.5' },
  })
})

t.test('numbers of the stages may be turned, what writes rows may not be given', async t => {
  t.match(readCommandLine(['bench', '--responses', '4', '--no-adaptive', '--preset', 'paper']), {
    options: { responses: '4', adaptive: false, preset: 'paper' },
  })
  for (const flag of ['run', 'sft', 'queries'])
    t.throws(() => readCommandLine(['bench', `--${flag}`, 'x']), { code: 'AUTOIF_USAGE' }, flag)
  const help =
    commandLine(() => {})
      .commands.find(one => one.name() === 'bench')
      ?.helpInformation() ?? ''
  t.match(help, /--max-requests <n> .*\(default 300\)/)
  t.notMatch(help, '--min-accuracy', 'they are many and stand in the help of a run')
})
