import { join } from 'node:path'
import t from 'tap'
import { readCommandLine } from '../../lib/config/commands/command-line.ts'
import { readConfig } from '../../lib/config/read-config.ts'
import type { Typed } from '../../lib/config/typed.ts'
import { turned } from '../../lib/recipes/knobs.ts'
import { presets } from '../../lib/recipes/presets.ts'

/** What a command line comes to, with a config file and an environment around it. */
const told = (argv: readonly string[], file: object = {}, env: NodeJS.ProcessEnv = {}) => {
  const path = join(t.testdir({ 'c.json': JSON.stringify(file) }), 'c.json')
  return readConfig(readCommandLine([...argv, '--config', path]) as Typed, env)
}

const [flag, around, home] = ['http://flag/v1', 'http://environment/v1', 'http://file/v1']
const env = { OPENAI_BASE_URL: around }

t.test(
  'flags go before the environment, the environment before the file, the file before what holds anyway',
  async t => {
    const address = (...given: Parameters<typeof told>) => told(...given).settings.baseUrl
    t.equal(address(['--base-url', flag], { 'base-url': home }, env), flag)
    t.equal(address(['--base-url', flag], {}, env), flag)
    t.equal(address(['--base-url', flag], { 'base-url': home }), flag)
    t.equal(address([], { 'base-url': home }, env), around)
    t.equal(address([], {}, env), around)
    t.equal(address([], { 'base-url': home }), home)
    t.equal(address([], { 'base-url': home }, { OPENAI_BASE_URL: '' }), home, 'empty is as good as unset')
    t.equal(address([], {}, { OPENAI_API_BASE: home, ...env }), around)
    t.equal(address([], {}, { OPENAI_API_BASE: home }), home)
  },
)

t.test('flags and file go before the preset, the preset before the stages', async t => {
  const preset = { preset: 'reference-code' }
  const least = (...given: Parameters<typeof told>) => told(...given).knobs.crossValidate.minCases
  t.equal(least(['--min-cases', '4'], { ...preset, 'min-cases': 5 }), 4)
  t.equal(least(['--min-cases', '4'], preset), 4)
  t.equal(least([], { ...preset, 'min-cases': 5 }), 5)
  t.equal(least([], preset), 10)
  t.equal(least([]), 1)
  t.equal(least(['--preset', 'paper'], preset), 1, 'a preset may come from flag or file as well')
})

t.test('a recipe goes by the preset of its name, unless told otherwise; a stage does not', async t => {
  t.match(told(['llama3']), { settings: { preset: 'llama3' }, knobs: { toDpo: { pairing: 'zip-cycle' } } })
  t.equal(told(['llama3'], { preset: 'paper' }).settings.preset, 'paper')
  t.match(told(['conversations']).settings, { preset: 'conversations', sftFormat: 'messages' })
  t.equal(told(['conversations', '--sft-format', 'alpaca']).settings.sftFormat, 'alpaca')
  t.equal(told(['autoif']).settings.preset, 'sound')
  t.equal(told(['stage', 'to-dpo']).settings.preset, 'sound')
})

t.test('a preset turns what it says and nothing else', async t => {
  const plain = told([])
  for (const [preset, turns] of Object.entries(presets)) {
    const { knobs, settings } = told(['--preset', preset])
    t.same(knobs, turned(turns), preset)
    t.same(settings, { ...plain.settings, preset, config: settings.config })
  }
  t.throws(() => told([], { preset: 'toString' }), {
    code: 'AUTOIF_USAGE',
    message:
      '--preset is one of sound, paper, reference-code, llama3, dispatcher, conversations, backtranslation, alpaca, not "toString"',
  })
})

t.test('a switch can be turned back, whoever turned it', async t => {
  t.equal(told(['--cycle', '--preset', 'paper']).knobs.pair.cycle, true)
  t.equal(told(['--no-cycle']).knobs.pair.cycle, false)
  t.equal(told(['--cycle'], { cycle: false }).knobs.pair.cycle, true)
  t.equal(told([], { lineage: false }).settings.lineage, false)
})

t.test('one flag for a number that two stages share turns both', async t => {
  const { toSft, toDpo } = told(['--no-sound-join']).knobs
  t.same([toSft.soundJoin, toDpo.soundJoin], [false, false])
})

t.test('the environment’s server is not asked to be the rehearsal teacher', async t => {
  t.equal(told(['--model', 'rehearsal'], {}, env).settings.baseUrl, '')
  t.equal(told([], { model: 'rehearsal' }, env).settings.baseUrl, '')
  t.equal(told(['--model', 'qwen'], { model: 'rehearsal' }, env).settings.baseUrl, around)
  t.equal(told(['--model', 'rehearsal', '--base-url', flag], {}, env).settings.baseUrl, flag)
  t.equal(told(['--model', 'rehearsal'], { 'base-url': home }, env).settings.baseUrl, home)
})

t.test('several inputs are a list in a file, and a path may have blanks', async t => {
  t.equal(told([], { queries: ['a b.json', '*.gz'] }).settings.queries, 'a b.json\n*.gz')
  t.equal(told(['--queries', 'x', '--queries', 'y'], { queries: 'z' }).settings.queries, 'x\ny')
})

t.test('several servers are a list in a file, and texts with blanks everywhere', async t => {
  t.equal(told([], { 'base-url': [home, flag] }).settings.baseUrl, `${home} ${flag}`)
  t.equal(told(['--base-url', flag, '--base-url', home], { 'base-url': around }).settings.baseUrl, `${flag} ${home}`)
  t.throws(() => told([], { 'base-url': [home, null] }), { code: 'AUTOIF_USAGE', message: /^base-url is a text/ })
})

t.test('a number that cannot be is refused with what can be', async t => {
  const refused = (option: string, value: unknown, wanted: string) => {
    const error = { code: 'AUTOIF_USAGE', message: `--${option} takes ${wanted}, not ${JSON.stringify(value)}` }
    if (typeof value === 'string') t.throws(() => told([`--${option}`, value]), error)
    t.throws(() => told([], { [option]: value }), error)
  }
  for (const value of ['0', '-1', '1.5', 'many', '', ' ', 'Infinity', 0, true, null, [4]])
    refused('concurrency', value, 'a whole number from 1 up')
  for (const option of [
    'threads',
    'tries',
    'max-requests-per-minute',
    'deadline',
    'responses',
    'replies',
    'judgements',
    'queries-per-instruction',
  ])
    refused(option, '0', 'a whole number from 1 up')
  refused('verifier-memory', '7', 'a whole number from 8 up')
  refused('timeout', '2147484', 'a whole number from 1 to 2147483')
  refused('max-response-tokens', '-1', 'a whole number from 0 up')
  refused('temperature', '-0.1', 'a number from 0 up')
  refused('near-duplicate', '1.01', 'a number from 0 to 1')
  t.match(told(['--max-response-tokens', '0', '--near-duplicate', '1', '--max-failures', '0', '-j', '1e3']), {
    knobs: { sample: { maxTokens: 0 }, novel: { above: 1 } },
    settings: { maxFailures: 0, concurrency: 1000 },
  })
})

t.test('a file cannot pass one kind of value for another', async t => {
  const refused = (file: object, message: RegExp) => t.throws(() => told([], file), { code: 'AUTOIF_USAGE', message })
  refused({ strict: 'no' }, /^strict is true or false, not "no"/)
  refused({ cycle: 1 }, /^cycle is true or false, not 1/)
  refused({ model: null }, /^model is a text, not null/)
  refused({ seeds: ['a', 'b'] }, /^seeds is a text, not \["a","b"\]/)
  refused({ 'sft-format': 'csv' }, /^--sft-format is one of alpaca, messages/)
  refused({ pairing: ['zip-cycle'] }, /^--pairing is one of/)
  t.match(told([], { seed: 7, source: 'sharegpt', pairing: 'zip-cycle' }), {
    settings: { seed: '7' },
    knobs: { screen: { source: 'sharegpt' }, toDpo: { pairing: 'zip-cycle' } },
  })
})

t.test(
  'a language is one that can be told, and what queries are refused for is a list of what can be seen',
  async t => {
    const { speaks, screen, distinct } = told(['--language', 'fi', '--refuse', 'url, code', '--dedup', 'near']).knobs
    t.match(speaks, { language: 'fi', strict: false })
    t.same(screen.refuse, ['url', 'code'])
    t.equal(distinct.dedup, 'near')
    t.same(told([], { refuse: ['html'] }).knobs.screen.refuse, ['html'])
    t.throws(() => told(['--language', 'finnish']), {
      code: 'AUTOIF_USAGE',
      message: /--language is one of am, .*, zh, not/,
    })
    t.throws(() => told(['--refuse', 'urls']), { message: '--refuse is one of code, url, html, refusal, not "urls"' })
  },
)

t.test('benchmarks may be several, and their paths may hold blanks', async t => {
  t.equal(told(['--decontaminate', 'a b.jsonl', '--decontaminate', 'c']).settings.decontaminate, 'a b.jsonl\nc')
  t.equal(told([], { decontaminate: ['a b.jsonl', 'c'] }).settings.decontaminate, 'a b.jsonl\nc')
})

t.test('the command says which recipe or stage is meant', async t => {
  t.match(told([]), { command: 'run', name: 'autoif' })
  t.match(told(['dispatcher']), { command: 'run', name: 'dispatcher' })
  t.match(told(['stage', 'score']), { command: 'stage', name: 'score' })
  t.match(told(['verify']), { command: 'stage', name: 'verify' })
  t.same(told(['stage', 'screen', 'a', 'b']).files, ['a', 'b'])
  t.same(told(['verify', 'a']).files, ['a'])
  t.notOk('files' in told(['autoif']))
})

t.test('a stage has no run directory, whatever a file says that serves recipes, too', async t => {
  const file = { run: 'run1' }
  t.equal(told([], file).settings.run, 'run1')
  for (const alone of [['stage', 'screen'], ['verify']]) t.equal(told(alone, file).settings.run, '')
})
