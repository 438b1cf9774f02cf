import { readFileSync } from 'node:fs'
import t from 'tap'
import { command as plan } from '../../bin/plan.ts'
import { command as run } from '../../bin/run.ts'
import { command as stage } from '../../bin/stage.ts'
import { knobFlags } from '../../lib/config/flags/knob-flags.ts'
import { settingFlags } from '../../lib/config/flags/setting-flags.ts'
import { teacherServer } from '../../lib/models/rehearsal/server.ts'
import { recipeNames } from '../../lib/recipes/index.ts'
import { stageNames } from '../../lib/recipes/stages.ts'
import { autoif, rowsOf, start } from '../fixtures/command.ts'

const queries = readFileSync('fixtures/queries.jsonl', 'utf8')
const javascript = ['--verifier-language', 'javascript']
const rehearsal = ['--model', 'rehearsal', '--queries-per-instruction', '4', '--no-progress', ...javascript]

const helpOf = async (...args: readonly string[]): Promise<string> => {
  const { code, stdout, stderr } = await autoif([...args, '--help'])
  t.match({ code, stderr }, { code: 0, stderr: '' }, args.join(' '))
  return stdout
}

t.test('--help names recipes, commands and stages, and between them every option that the README names', async t => {
  const [program, stage] = await Promise.all([helpOf(), helpOf('stage')])
  for (const name of recipeNames) t.match(program, `\n  ${name} `)
  for (const name of [...stageNames(), 'pair']) t.match(stage, `\n  ${name} `)
  const [, list = ''] = program.split('\nCommands:\n')
  const commands = [...(list.split('\n\n')[0] ?? '').matchAll(/^ {2}([a-z-]+) /gm)].map(([, name = '']) => name)
  t.ok(commands.length > 10)
  const recipes = await Promise.all(recipeNames.map(name => helpOf(name)))
  const rows = stageNames().filter(name => name.startsWith('to-'))
  const others = await Promise.all([...commands.map(name => helpOf(name)), ...rows.map(name => helpOf('stage', name))])
  const known = `${[program, stage, ...recipes, ...others].join('')} --yes --prefix`
  for (const { flag } of [...settingFlags, ...knobFlags]) t.match(known, new RegExp(`--${flag}\\b`))
  const named = new Set(readFileSync('README.md', 'utf8').match(/(?<![\w-])--[a-z][a-z-]+/g))
  for (const flag of named)
    t.ok(known.includes(flag) || known.includes(flag.replace(/^--no-/, '--')), `${flag} is real`)
})

t.test('help of a recipe is its own, and the same by a word as by an option', async t => {
  const talk = await helpOf('conversations')
  t.match(talk, '--preset conversations;')
  t.match(talk, '--turn-tries <n>')
  t.notMatch(talk, '--pool-size')
  t.match(await autoif(['help', 'conversations']), { code: 0, stdout: talk, stderr: '' })
  t.match(await autoif(['help', 'satisfy']), { code: 0, stdout: /^Usage: autoif-stream stage satisfy / })
})

t.test('--version says the version of the package', async t => {
  const { stdout } = await autoif(['--version'])
  t.equal(stdout.trim(), JSON.parse(readFileSync('package.json', 'utf8')).version)
})

t.test('a mistyped option is answered with the nearest one, on stderr, with 2', async t => {
  const { code, stdout, stderr } = await autoif(['--modle', 'x'])
  t.equal(code, 2)
  t.equal(stdout, '')
  t.match(stderr, /--modle.*\n.*--model/)
  t.match(await autoif(['stage', 'nonsense']), { code: 2, stderr: /no stage "nonsense"[\s\S]*cross-validate/ })
  t.match(await autoif(['nonsense']), { code: 2, stderr: /no recipe or command "nonsense"/ })
  t.match(await autoif(['conversation', '--help']), { code: 2, stdout: '', stderr: /Did you mean conversations\?/ })
  t.match(await autoif(['--min-accuracy', '7', '--model', 'rehearsal']), {
    code: 2,
    stderr: /--min-accuracy takes a number from 0 to 1/,
  })
})

t.test('a flag of another recipe is refused before anything runs, one in a config file is passed over', async t => {
  t.match(await autoif(['conversations', '--model', 'rehearsal', '--pool-size', '5'], queries), {
    code: 2,
    stdout: '',
    stderr: /conversations goes by --pool-size\n.*recipe self-instruct/,
  })
  t.match(await autoif(['plan', 'llama3', '--seeds', 'x', '--run', 'y'], queries), { code: 2, stderr: /--seeds/ })
  t.match(await autoif(['bench', 'backtranslation', '--responses', '4']), { code: 2, stderr: /--responses/ })
  t.match(await autoif(['stage', 'novel', '--min-score', '5'], '{}'), { code: 2, stderr: /stage novel.*\n.*score/ })
  const config = t.testdir({ 'all.yaml': 'pool-size: 5\nmodel: rehearsal\n' })
  const args = ['stage', 'screen', '--config', `${config}/all.yaml`, '--quiet']
  t.match(await autoif(args, queries), { code: 0, stderr: '' })
})

t.test('on a terminal that nothing is piped into, what is missing is said', async t => {
  const terminal = { env: {}, stdin: { isTTY: true } } as NodeJS.Process
  const options = { model: 'rehearsal' }
  const missing = (message: string, hint: RegExp) => ({ code: 'AUTOIF_USAGE', message, hint })
  await t.rejects(
    run({ command: 'run', args: ['conversations'], options }, terminal),
    missing('conversations takes queries from', /--queries FILE.*pipe.* conversations --help/),
  )
  await t.rejects(
    plan({ command: 'plan', args: ['backtranslation'], options: { ...options, run: 'demo' } }, terminal),
    missing('plan backtranslation takes completions from', /--queries FILE.*plan backtranslation --help/),
  )
  await t.rejects(
    stage({ command: 'stage', args: ['pair'], options: {} }, terminal),
    missing('stage pair takes records from', /stage pair FILE --queries FILE.*stage pair --help/),
  )
  await t.rejects(
    stage({ command: 'verify', args: [], options: {} }, terminal),
    missing('verify takes records from', /autoif-stream verify FILE.* verify --help/),
  )
})

t.test('without a model nothing runs, and what to do is said', async t => {
  t.match(await autoif([], queries), { code: 2, stdout: '', stderr: /no model is named\n.*--model rehearsal/ })
})

t.test('stdout carries rows alone, stderr the table', async t => {
  const { code, stdout, stderr } = await autoif(rehearsal, queries)
  t.equal(code, 0)
  const rows = rowsOf(stdout)
  t.ok(rows.length > 100)
  t.ok(rows.every(({ instruction, output, _autoif }) => instruction && output && _autoif))
  t.match(stderr, /^stage +in +kept/)
  t.match(stderr, new RegExp(`${rows.length} rows, \\d+ pairs, \\d+ rejects in`))
  t.equal((await autoif([...rehearsal, '--quiet'], queries)).stderr, '')
})

t.test('a reader that has seen enough ends the run quietly with 0', async t => {
  const { child, ended } = start([...rehearsal, '--quiet'], queries)
  child.stdout.once('data', () => child.stdout.destroy())
  t.match(await ended, { code: 0, stderr: '' })
})

t.test('a reader that has seen enough of a help text is no error', async t => {
  for (const args of [['--help'], ['stage', '--help']]) {
    const { child, ended } = start(args)
    child.stdout.destroy()
    t.match(await ended, { code: 0, stderr: '' }, args.join(' '))
  }
})

t.test('nobody is asked before there is a query', async t => {
  const server = await teacherServer()
  t.teardown(() => server.close())
  t.match(await autoif(['--base-url', server.url, '--model', 'rehearsal', '--quiet'], ''), { code: 0, stdout: '' })
  t.equal(server.counts.requests, 0)
})

t.test('an idle writer does not keep a finished run waiting', async t => {
  const { child, ended } = start(['stage', 'screen', '--strict', '--quiet'], null)
  child.stdin.write('{"query":"a query that is long enough to pass"}\n{"broken\n')
  t.match(await ended, { code: 1, stderr: /cannot be read/ })
})

t.test('the README names every stage and has a section for every recipe but the one it is about', async t => {
  const text = readFileSync('README.md', 'utf8')
  const [, section = ''] = text.split('\n## One stage at a time\n')
  const [table = ''] = section.split('\n## ')
  for (const name of [...stageNames(), 'pair']) t.match(table, `\`${name}\``)
  const recipes = recipeNames.filter(name => name !== 'autoif')
  for (const name of recipes) {
    const [, behind = ''] = text.split(`\n### ${name}\n`)
    const [own = ''] = behind.split(/\n##+ /)
    t.match(own, new RegExp(`^autoif-stream ${name} --model rehearsal`, 'm'), `${name} without a server`)
    t.match(own, new RegExp(`^autoif-stream ${name} --base-url http`, 'm'), `${name} with one`)
  }
})
