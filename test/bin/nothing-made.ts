import { spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { teacherServer } from '../../lib/models/rehearsal/server.ts'
import { recipeNames } from '../../lib/recipes/index.ts'
import { autoif, built } from '../fixtures/command.ts'

const queries = readFileSync('fixtures/queries.jsonl', 'utf8')
const rehearsal = ['--model', 'rehearsal', '--no-progress']

t.test('a folder on stdin is an error in recipes and stages alike', async t => {
  const fd = openSync(t.testdir(), 'r')
  t.teardown(() => closeSync(fd))
  for (const args of [rehearsal, ['backtranslation', ...rehearsal], ['stage', 'screen']]) {
    const { status, stderr } = spawnSync(process.execPath, [built, ...args], { stdio: [fd, 'pipe', 'pipe'] })
    t.equal(status, 1, args.join(' '))
    t.match(`${stderr}`, /^autoif-stream: cannot read stdin: it is a folder\n {2}Name the files/, args.join(' '))
  }
})

t.test(
  'bytes that are no text are an error without a table of zeros, texts of another encoding with a line',
  async t => {
    const binary = await autoif(['llama3', ...rehearsal], Buffer.from('\x7fELF\x02\x01\x01\0\0\0\nquery\n', 'latin1'))
    t.match(binary, { code: 1, stdout: '', stderr: /^autoif-stream: stdin is no text: there are NUL bytes in it\n/ })
    const latin = await autoif(['stage', 'screen'], Buffer.from('D\xe9j\xe0 vu, what does it mean?\n', 'latin1'))
    t.match(latin, { code: 1, stderr: /not-utf8 1[\s\S]*is not UTF-8: D\ufffdj\ufffd vu/ })
  },
)

t.test('a run without a row says in its last line why, on the branch that ran dry', async t => {
  const last = async (args: readonly string[], input: string): Promise<string | undefined> => {
    const { code, stdout, stderr } = await autoif(args, input)
    t.equal(code, 0)
    t.equal(stdout, '')
    return stderr.trimEnd().split('\n').at(-1)
  }
  t.equal(await last(rehearsal, ''), 'Nothing came in: stdin is empty.')
  t.match(
    await last(['dispatcher', ...rehearsal, '--language', 'fi'], queries),
    /^No row was made: of \d+ instructions none passed speaks behind augment, because the text is in another language/,
  )
  t.match(
    await last([...rehearsal, '--longer-than', '280'], queries),
    /^No row was made: of 160 queries none passed screen, because the query is too short \(--longer-than\) \(\d+\)/,
  )
  const empty = join(t.testdir({ 'empty.jsonl': '' }), 'empty.jsonl')
  const instruction = '{"instruction":"Use no commas.","eval_func":[["function evaluate() {}",1]],"cases":[]}'
  t.equal(await last(['stage', 'pair', '--queries', empty], instruction), `Nothing came in: ${empty} is empty.`)
  t.equal(await last([...rehearsal, '--quiet'], ''), '', 'quiet is quiet')
})

t.test('nobody is asked for anything before a query was taken, and what is refused is in the books', async t => {
  const server = await teacherServer()
  t.teardown(() => server.close())
  const served = ['--base-url', server.url, '--model', 'rehearsal', '--no-progress']
  const rejects = join(t.testdir(), 'rejects.jsonl')
  const completions = '{"response":"Bread rises."}\n'.repeat(3)
  t.match(await autoif(['conversations', ...served, '--rejects', rejects], completions), {
    code: 1,
    stderr: /\nqueries +3 +0 +3 .*no-query 3\n[\s\S]*nothing in stdin is a query/,
  })
  t.equal(readFileSync(rejects, 'utf8').split('\n').length, 4)
  const empty = await autoif(served, '{"query":""}\n')
  t.match(empty, {
    code: 0,
    stderr: /\nNo row was made: of 1 query none could be read, because the query is empty \(1\)\.\n$/,
  })
  t.equal(server.counts.requests, 0)
})

t.test('every recipe names what it expects instead of another kind of input, with a line of it', async t => {
  const dir = t.testdir({ 'seeds.jsonl': '{"query":"How do tides work?"}\n' })
  const expected: Readonly<Record<string, string>> = {
    ...Object.fromEntries(['autoif', 'conversations', 'dispatcher', 'llama3'].map(name => [name, '{"query":'])),
    backtranslation: '{"response":',
    'self-instruct': '{"instruction":',
  }
  t.same(Object.keys(expected).sort(), [...recipeNames].sort())
  for (const [name, line] of Object.entries(expected)) {
    const seeds = name === 'self-instruct' ? ['--seeds', join(dir, 'seeds.jsonl')] : []
    const { code, stderr } = await autoif([name, ...rehearsal, ...seeds], '{"nothing":"of use"}\n{"nor":"here"}\n')
    t.equal(code, 1, name)
    t.ok(stderr.includes(line), `${name}: ${stderr}`)
  }
})
