import { readFileSync } from 'node:fs'
import t from 'tap'
import { knobFlags } from '../../lib/config/knob-flags.ts'
import { settingFlags } from '../../lib/config/setting-flags.ts'
import { teacherServer } from '../../lib/models/rehearsal/server.ts'
import { recipeNames } from '../../lib/recipes/index.ts'
import { stageNames } from '../../lib/recipes/stages.ts'
import { autoif, rowsOf, start } from '../fixtures/command.ts'

const queries = readFileSync('fixtures/queries.jsonl', 'utf8')
const rehearsal = ['--model', 'rehearsal', '--queries-per-instruction', '4', '--no-progress']

const stageOnly = new Set(['import', 'names', 'kto-format', 'rlvr-format'])

t.test('--help names every option, and every option that the README names is in --help', async t => {
  const { code, stdout, stderr } = await autoif(['--help'])
  t.equal(code, 0)
  t.equal(stderr, '')
  for (const { flag } of [...settingFlags, ...knobFlags])
    if (!stageOnly.has(flag)) t.match(stdout, new RegExp(`--${flag}\\b`))
  const others = (
    await Promise.all(
      [
        'teacher',
        'stage',
        'verify',
        'train-config',
        'journal',
        'models',
        'bench',
        'plan',
        'ingest',
        'policy-diff',
        'doctor',
      ].map(name => autoif([name, '--help'])),
    )
  ).map(({ stdout }) => stdout)
  for (const flag of stageOnly) for (const help of others.slice(1, 3)) t.match(help, `--${flag} `)
  const known = `${stdout}${others.join('')} --yes --prefix`
  const named = new Set(readFileSync('README.md', 'utf8').match(/(?<![\w-])--[a-z][a-z-]+/g))
  for (const flag of named)
    t.ok(known.includes(flag) || known.includes(flag.replace(/^--no-/, '--')), `${flag} is real`)
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
  t.match(await autoif(['--min-accuracy', '7', '--model', 'rehearsal']), {
    code: 2,
    stderr: /--min-accuracy takes a number from 0 to 1/,
  })
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

t.test('a first SIGINT drains and keeps what was begun, with 130; a second ends at once', async t => {
  const server = await teacherServer({ latencyMs: 150 })
  t.teardown(() => server.close())
  const slow = ['--base-url', server.url, '--model', 'rehearsal', '-j', '2', '--no-progress']

  const first = start(slow, queries)
  await until(() => server.counts.requests > 4)
  first.child.kill('SIGINT')
  const drained = await first.ended
  t.equal(drained.code, 130)
  t.match(drained.stderr, /taking in nothing more/)
  t.match(drained.stderr, /the same command again/)
  t.doesNotThrow(() => rowsOf(drained.stdout), 'what was written is whole')

  const asked = server.counts.requests
  const second = start(slow, queries)
  await until(() => server.counts.requests > asked + 4)
  second.child.kill('SIGTERM')
  await until(() => second.said().includes('taking in nothing more'))
  second.child.kill('SIGTERM')
  t.equal((await second.ended).code, 143)
})

const until = async (come: () => boolean): Promise<void> => {
  while (!come()) await new Promise(resolve => setTimeout(resolve, 10))
}

t.test('the README names every stage and has a section for every recipe but the one it is about', async t => {
  const text = readFileSync('README.md', 'utf8')
  const [, section = ''] = text.split('\n## One stage at a time\n')
  const [table = ''] = section.split('\n## ')
  for (const name of [...stageNames(), 'pair']) t.match(table, `\`${name}\``)
  const recipes = recipeNames.filter(name => name !== 'autoif')
  for (const name of recipes) t.match(text, new RegExp(`^### ${name}$`, 'm'))
})
