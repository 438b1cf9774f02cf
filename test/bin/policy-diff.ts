import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { type TeacherServerOptions, teacherServer } from '../../lib/models/rehearsal/server.ts'
import { autoif } from '../fixtures/command.ts'

const serve = async (t: Test, options: TeacherServerOptions) => {
  const server = await teacherServer(options)
  t.teardown(() => server.close())
  return server
}
const pairs = Array.from({ length: 30 }, (_, at) =>
  JSON.stringify({
    instruction: `Query ${at}? <b>`,
    input: '',
    chosen: `THE MOON ${at}.`,
    rejected: `The moon, ${at}.`,
  }),
).join('\n')

t.test('pairs in, one page out, the same at any concurrency and over servers that fail now and then', async t => {
  const dir = t.testdir()
  const policy = await serve(t, { seed: 'after' })
  const reference = await serve(t, {
    seed: 'before',
    logprobs: ['completion'],
    faults: { rate500: 0.1, rateCut: 0.05 },
  })
  const compare = (...args: readonly string[]) =>
    autoif(
      ['policy-diff', '--policy', `${policy.url}=rehearsal`, '--reference', reference.url, '--tries', '20', ...args],
      pairs,
    )
  const one = await compare('-j', '1', '--rows', '3')
  t.equal(one.code, 0, one.stderr)
  t.match(one.stderr, /policy: rehearsal at \S+, by prompt_logprobs/)
  t.match(one.stderr, /reference: rehearsal at \S+, by completions with echo/)
  t.match(one.stderr, /compare +30 +30 +0/)
  t.match(one.stderr, /\n30 pairs: margin [+−]\d+\.\d\d nats in the mean/)
  t.match(one.stdout, /^<!doctype html>[\s\S]*Margins of 30 pairs[\s\S]*Query 0\? &lt;b&gt;[\s\S]*<\/html>\n$/)
  t.equal(one.stdout.match(/<article>/g)?.length, 3)
  const file = join(dir, 'page.html')
  t.equal((await compare('--rows', '3', '--out', file, '--quiet')).stderr, '')
  t.equal(readFileSync(file, 'utf8'), one.stdout)
})

t.test('an endpoint that tells no log-probabilities is named before anything is read', async t => {
  const [policy, reference] = [await serve(t, {}), await serve(t, { logprobs: [] })]
  const { code, stdout, stderr } = await autoif(
    ['policy-diff', '--policy', policy.url, '--reference', reference.url, '--tries', '1', 'nowhere.jsonl'],
    pairs,
  )
  t.equal(code, 1)
  t.equal(stdout, '')
  t.match(stderr, /reference: rehearsal at \S+ tells no log-probabilities of what it is given/)
  t.notMatch(stderr, /nowhere/)
})

t.test(
  'pairs that cannot be compared are counted with their reasons; other rows are told what was expected',
  async t => {
    const { url } = await serve(t, {})
    const compare = (input: string) => autoif(['policy-diff', '--policy', url, '--reference', url], input)
    const some = await compare(`${pairs}\n{"query":"Why?"}\n`)
    t.equal(some.code, 0)
    t.match(some.stdout, /Could not be compared: 1 \(not-a-pair 1\)\./)
    const none = await compare('{"query":"Why?"}\n{"query":"How?"}\n')
    t.equal(none.code, 1)
    t.match(
      none.stderr,
      /nothing in stdin is a pair; line 1 .*has neither chosen nor rejected: \{"query":"Why\?"\}\n.*"chosen":"THE MOON/,
    )
  },
)

t.test('where no pair could be compared nothing is written, and a page that was there stays', async t => {
  const { url } = await serve(t, {})
  const dir = t.testdir({ folder: {}, empty: '', binary: Buffer.from([0x80, 10, 0x81]), 'page.html': 'good' })
  const compare = (file: string, out: string) =>
    autoif(['policy-diff', '--policy', url, '--reference', url, join(dir, file), '--out', out])
  const told = {
    empty: /no pair could be compared, and no page is written: nothing came in\n.*"chosen"/,
    binary: /nothing in \S+ is a pair; line 1 .* is not UTF-8/,
    folder: /it is a folder/,
    'page.html': /nothing in \S+ is a pair/,
  }
  for (const [file, words] of Object.entries(told))
    for (const out of [join(dir, 'page.html'), '-'])
      t.match(await compare(file, out), { code: 1, stdout: /^$/, stderr: words }, `${file} to ${out}`)
  t.equal(readFileSync(join(dir, 'page.html'), 'utf8'), 'good')
  t.notOk(readdirSync(dir).some(name => name.endsWith('.part')))
})
