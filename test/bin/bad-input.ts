import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import t from 'tap'
import { teacherServer } from '../../lib/models/rehearsal/server.ts'
import { autoif, rowsOf } from '../fixtures/command.ts'

const good = '{"query":"How long does it take to boil an egg properly?"}'
const said = (stderr: string): string => stderr.replace(/\n {2}/g, ' ')

t.test('each bad line becomes a reject with its place, each odd one is read, and the run goes on', async t => {
  const dir = t.testdir()
  const rejects = join(dir, 'rejects.jsonl')
  const input = Buffer.concat([
    Buffer.from(`\ufeff${good}\r\n\n{"query": broken}\n`),
    Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a]),
    Buffer.from('{"query":"a NUL \\u0000 and a \u2028 stand inside this query"}\n{"nothing":"of use"}\n'),
    Buffer.alloc(20 * 2 ** 20, 'x'),
    Buffer.from(`\n${good}`),
  ])
  const { code, stdout } = await autoif(['stage', 'screen', '--rejects', rejects, '--quiet'], input)
  t.equal(code, 0)
  t.equal(rowsOf(stdout).length, 3)
  t.match(rowsOf(readFileSync(rejects, 'utf8')), [
    { stage: 'read', why: 'not-json', place: { source: 'stdin', line: 3 } },
    { stage: 'read', why: 'not-utf8', place: { line: 4 } },
    { stage: 'read', why: 'no-query', place: { line: 6 } },
    { stage: 'read', why: 'too-long', place: { line: 7 } },
  ])
  const strict = await autoif(['stage', 'screen', '--strict', '--quiet'], input)
  t.match(strict, { code: 1, stderr: /line 3 of stdin \(byte \d+\) cannot be read: not-json/ })
  t.equal(rowsOf(strict.stdout).length, 1, 'what came before is written')
})

t.test('an empty input is no error and gives no rows', async t => {
  t.match(await autoif(['--model', 'rehearsal', '--quiet'], ''), { code: 0, stdout: '', stderr: '' })
})

t.test('what is missing is named in one sentence, with what to do, and no stack', async t => {
  const dir = t.testdir({ empty: '', folder: {} })
  const rehearsal = ['--model', 'rehearsal', '--no-progress', '--verifier-language', 'javascript']
  const cases: [string, string[], number, RegExp][] = [
    ['seeds', ['--seeds', join(dir, 'none.txt')], 1, /none\.txt/],
    ['no seed in them', ['--seeds', join(dir, 'empty')], 1, /holds no instructions.*one instruction a line/],
    ['queries', ['--queries', join(dir, 'folder')], 1, /folder/],
    ['NLI model', ['--nli', join(dir, 'folder')], 1, /folder/],
    ['output', ['--dpo', join(dir, 'none', 'dpo.jsonl')], 1, /dpo\.jsonl/],
    ['key file', ['--base-url', 'http://localhost:9', '--api-key-file', join(dir, 'none')], 2, /key file/],
    ['config file', ['--config', join(dir, 'none.yaml')], 2, /config file/],
  ]
  for (const [what, args, code, words] of cases) {
    const ended = await autoif([...rehearsal, ...args], good)
    t.equal(ended.code, code, what)
    t.match(said(ended.stderr), words, what)
    t.notMatch(ended.stderr, /^ +at /m, `${what}: no stack`)
    t.equal(ended.stdout, '')
  }
  t.match((await autoif([...rehearsal, '--debug', '--seeds', join(dir, 'none.txt')], good)).stderr, /^ +at /m)
})

t.test(
  'an endpoint that is not there, refuses the key or does not know the model ends the run with its reason',
  async t => {
    const server = await teacherServer({ apiKey: 'secret-of-the-test' })
    t.teardown(() => server.close())
    const asking = (url: string, model: string, env = {}) =>
      autoif(['--base-url', url, '--model', model, '--tries', '1', '--no-progress'], good, env)

    const closed = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => closed.once('listening', resolve))
    const { port } = closed.address() as AddressInfo
    await new Promise(resolve => closed.close(resolve))

    t.match(await asking(`http://127.0.0.1:${port}`, 'any'), { code: 1, stderr: /cannot reach/ })
    t.match(await asking(server.url, 'rehearsal'), { code: 1, stderr: /key/ })
    const wrong = await asking(server.url, 'rehearsal', { OPENAI_API_KEY: 'sk-wrong' })
    t.match(wrong, { code: 1, stderr: /OPENAI_API_KEY/ })
    t.notMatch(wrong.stderr, 'sk-wrong')
    const unknown = await asking(server.url, 'gpt-none', { OPENAI_API_KEY: 'secret-of-the-test' })
    t.match(said(unknown.stderr), /gpt-none[\s\S]*rehearsal/, 'the models it does serve are named')
  },
)

t.test('options come from flags over environment over config file over preset', async t => {
  const dir = t.testdir({ 'c.yaml': 'model: rehearsal\nquiet: true\nlonger-than: 1000\n', 'bad.yaml': 'modle: x\n' })
  const config = ['--config', join(dir, 'c.yaml')]
  t.equal((await autoif(['stage', 'screen', ...config], good)).stdout, '')
  t.equal((await autoif(['stage', 'screen', ...config, '--longer-than', '5'], good)).stdout, `${good}\n`)
  t.match(await autoif(['--config', join(dir, 'bad.yaml')], good), { code: 2, stderr: /unknown option: modle/ })
})

t.test('more failures than allowed is exit 3, and the failed records are rows', async t => {
  const dir = t.testdir()
  const server = await teacherServer({ faults: { rate500: 0.3 } })
  t.teardown(() => server.close())
  writeFileSync(join(dir, 'seeds.txt'), 'Answer in at most 50 words.\nUse exactly three bullet points.\n')
  const args = [
    '--base-url',
    server.url,
    '--model',
    'rehearsal',
    '--tries',
    '1',
    '--quiet',
    '--verifier-language',
    'javascript',
    '--augment-requests',
    '10',
    '--rejects',
    join(dir, 'rejects.jsonl'),
  ]
  const { code } = await autoif(
    [...args, '--max-failures', '0'],
    readFileSync('fixtures/queries.jsonl', 'utf8').split('\n').slice(0, 20).join('\n'),
  )
  t.equal(code, 3)
  t.match(rowsOf(readFileSync(join(dir, 'rejects.jsonl'), 'utf8')).filter(({ failed }) => failed)[0], {
    why: 'unanswered',
  })
})
