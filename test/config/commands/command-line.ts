import t from 'tap'
import { readCommandLine } from '../../../lib/config/commands/command-line.ts'
import { knobFlags } from '../../../lib/config/flags/knob-flags.ts'

const usage = (words: RegExp | string, hint?: RegExp) => ({
  code: 'AUTOIF_USAGE',
  message: words,
  ...(hint ? { hint } : {}),
})

t.test('only what was typed is told, by long names and as typed', async t => {
  t.same(readCommandLine([]), { command: 'run', args: [], options: {} })
  t.same(readCommandLine(['-m', 'qwen', '-j', '08', '--min-score', '7', '-q']), {
    command: 'run',
    args: [],
    options: { model: 'qwen', concurrency: '08', 'min-score': '7', quiet: true },
  })
  t.same(readCommandLine(['autoif', '--run', 'demo']), { command: 'run', args: ['autoif'], options: { run: 'demo' } })
})

t.test('a switch is turned on by its name and off by --no-', async t => {
  const { options } = readCommandLine(['--both-sides', '--no-cycle', '--no-lineage', '--no-progress', '--strict']) ?? {}
  t.same(options, { 'both-sides': true, cycle: false, lineage: false, progress: false, strict: true })
  t.match(readCommandLine(['--no-cycle', '--cycle']), { options: { cycle: true } }, 'the last word counts')
  for (const { flag, kind } of knobFlags) {
    if (kind === 'switch') t.same(readCommandLine([`--no-${flag}`])?.options, { [flag]: false })
  }
})

t.test('what may be given several times is joined in its order', async t => {
  t.same(readCommandLine(['--base-url', 'http://a', '--base-url', 'http://b#weight=2'])?.options, {
    'base-url': 'http://a http://b#weight=2',
  })
  t.same(readCommandLine(['--queries', 'a b.json', '--queries', '-'])?.options, { queries: 'a b.json\n-' })
  t.same(readCommandLine(['--base-url', 'http://a'])?.options, { 'base-url': 'http://a' }, 'nothing stays from before')
})

t.test('one stage takes its name and the options that mean something to it', async t => {
  t.same(readCommandLine(['stage', 'screen', '--longer-than', '5', '--no-lineage']), {
    command: 'stage',
    args: ['screen'],
    options: { 'longer-than': '5', lineage: false },
  })
  t.same(readCommandLine(['verify', '--threads', '2']), { command: 'verify', args: [], options: { threads: '2' } })
  for (const flag of ['run', 'sft', 'dpo', 'instructions'])
    t.throws(() => readCommandLine(['stage', 'screen', `--${flag}`, 'x']), usage(`--${flag}`), flag)
  t.match(readCommandLine(['stage', 'screen', 'a.json', 'b.gz']), { args: ['screen', 'a.json', 'b.gz'] })
  t.match(readCommandLine(['verify', 'a.jsonl']), { args: ['a.jsonl'] })
  t.throws(() => readCommandLine(['stage']), usage(/missing.*name/))
})

t.test('options before a command would not reach it, so they are sent behind it', async t => {
  t.throws(() => readCommandLine(['--quiet', 'stage', 'screen']), usage(/before/, /autoif-stream stage …/))
  t.throws(() => readCommandLine(['--no-cycle', 'verify']), usage(/before/, /autoif-stream verify …/))
  t.throws(() => readCommandLine(['--seed', '7', 'teacher']), usage(/before/, /autoif-stream teacher …/))
})

t.test('the teacher and the doctor have options of their own', async t => {
  t.match(readCommandLine(['teacher', '--port', '0', '--faults', 'rate500=0.1', '--capacity', '8']), {
    command: 'teacher',
    options: { port: '0', faults: 'rate500=0.1', capacity: '8', rehearsal: '', seed: '0' },
  })
  t.same(readCommandLine(['doctor']), { command: 'doctor', args: [], options: {} })
  t.throws(() => readCommandLine(['doctor', '--model', 'x']), usage('--model'))
})

t.test('a training file is asked for with whose numbers, for whom, and of what', async t => {
  t.strictSame(
    readCommandLine(['train-config', 'demo', 'kto=a b.jsonl', '--trainer', 'trl', '--stage', 'dpo', '--nll', '1']),
    {
      command: 'train-config',
      args: ['demo', 'kto=a b.jsonl'],
      options: { recipe: 'autoif', trainer: 'trl', stage: 'dpo', nll: '1', 'base-model': '' },
    },
  )
  t.throws(() => readCommandLine(['train-config', '--trainer', 'keras']), usage(/keras.*llama-factory, trl, axolotl/))
})

t.test('a form to write may be named again and again', async t => {
  t.match(readCommandLine(['--also', 'kto', '--also', 'messages=a b.json']), {
    options: { also: 'kto\nmessages=a b.json' },
  })
})

t.test('what cannot be meant is refused', async t => {
  t.throws(() => readCommandLine(['autoif', 'dispatcher']), usage(/too many arguments/))
  t.throws(() => readCommandLine(['--model']), usage(/--model.*argument missing/))
  t.throws(() => readCommandLine(['--sft-format', 'csv']), usage(/csv.*alpaca, messages/))
  t.throws(() => readCommandLine(['--pairing', 'all']), usage(/all.*two-by-two, zip-cycle/))
  t.throws(() => readCommandLine(['--lineage']), usage('--lineage'), 'what is on already has no flag')
})

t.test('help is found by a word as by an option', async t => {
  const print = (...argv: string[]): string => {
    const written = t.capture(process.stdout, 'write', () => true)
    const typed = readCommandLine(argv)
    written.restore()
    t.equal(typed, undefined)
    return written()
      .map(({ args }) => args[0])
      .join('')
  }
  t.equal(print('help'), print('--help'))
  t.equal(print('help', 'llama3'), print('llama3', '--help'))
  t.equal(print('help', 'satisfy'), print('stage', 'satisfy', '--help'), 'a stage needs no more than its name')
  t.equal(print('help', 'verify'), print('verify', '--help'))
  t.equal(print('help', 'stage', 'screen'), print('stage', 'screen', '-h'))
  t.equal(print('help', 'bench'), print('bench', '--help'))
  t.throws(() => readCommandLine(['help', 'stag']), usage(/"stag"/, /Did you mean stage\?/))
})

t.test('a recipe that there is not is told from what was likely meant', async t => {
  t.throws(() => readCommandLine(['conversation']), usage(/"conversation"/, /Did you mean conversations\?/))
  t.throws(() => readCommandLine(['docter']), usage(/"docter"/, /Did you mean doctor\?/))
  t.throws(() => readCommandLine(['screen']), usage(/"screen"/, /autoif-stream stage screen/))
})
