import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { autoif, built } from '../fixtures/command.ts'

const queries = readFileSync('fixtures/queries.jsonl', 'utf8').split('\n').slice(0, 40).join('\n')
const rehearsal = ['--model', 'rehearsal', '--verifier-language', 'javascript']
const common = [...rehearsal, '--queries-per-instruction', '4']
const go = (...args: string[]) => autoif([...common, ...args], queries)
// A clock that was put back by a year.
const lastYear = 'data:text/javascript,const%20now=Date.now;Date.now=()=>now()-31536e6'

t.test(
  'a run stops at a limit with 4, has written a beginning of the whole, and goes on when the limit is raised',
  async t => {
    const dir = t.testdir()
    const whole = await go('--run', join(dir, 'whole'), '--quiet')
    t.equal(whole.code, 0)
    const all = readFileSync(join(dir, 'whole', 'sft.jsonl'), 'utf8')
    const run = join(dir, 'run')
    const stopped = await go('--run', run, '--max-requests', '150')
    t.equal(stopped.code, 4)
    t.match(
      stopped.stderr,
      /Stopped: no more than 150 requests may be made\. Files are left as \.part; .*goes on from the answers that are kept/,
    )
    t.notOk(existsSync(join(run, 'sft.jsonl')))
    const begun = readFileSync(join(run, 'sft.jsonl.part'), 'utf8')
    t.ok(all.startsWith(begun) && begun.length < all.length)
    t.equal(JSON.parse(readFileSync(join(run, 'summary.json'), 'utf8')).complete, false)
    const { requests } = JSON.parse(readFileSync(join(dir, 'whole', 'summary.json'), 'utf8')).spent
    const rest = await autoif([...common, '--run', run], queries, { NODE_OPTIONS: `--import=${lastYear}` })
    t.equal(rest.code, 0)
    t.equal(readFileSync(join(run, 'sft.jsonl'), 'utf8'), all)
    const later = JSON.parse(readFileSync(join(run, 'summary.json'), 'utf8')).spent
    t.ok(later.requests <= requests, 'what was answered is not asked again')
    t.notOk(existsSync(join(run, 'sft.jsonl.part')))
  },
)

t.test('a run stops when it has made as many rows or pairs as were wanted', async t => {
  const rows = await go('--target', '12')
  t.equal(rows.code, 4)
  t.equal(rows.stdout.split('\n').length - 1, 12)
  t.match(rows.stderr, /Stopped: 12 rows are there\./)
  const dir = t.testdir()
  const pairs = await go('--target-pairs', '9', '--dpo', join(dir, 'dpo.jsonl'))
  t.equal(pairs.code, 4)
  t.equal(readFileSync(join(dir, 'dpo.jsonl'), 'utf8').split('\n').length - 1, 9)
})

t.test('offline a journal answers as the server did, and what is not in it is named', async t => {
  const dir = t.testdir()
  const first = await go('--journal', join(dir, 'j.sqlite'), '--quiet')
  const again = await go('--journal', join(dir, 'j.sqlite'), '--offline', '--quiet')
  t.equal(again.code, 0, again.stderr)
  t.equal(again.stdout, first.stdout)
  const other = await go('--journal', join(dir, 'j.sqlite'), '--offline', '--quiet', '--seed', 'another')
  t.equal(other.code, 1)
  t.match(other.stderr, /has no answer to request [0-9a-f]{16} of model rehearsal, which begins/)
  const early = await go('--run', join(dir, 'new'), '--offline')
  t.match(early, { code: 2, stderr: /is not there yet\n.*once without --offline/ })
  t.notOk(existsSync(join(dir, 'new')))
  t.match(await go('--offline'), { code: 2, stderr: /only an answer journal can answer/ })
})

t.test(
  'a dry run asks nothing and says what the run would take; a pilot makes the first rows and measures',
  async t => {
    const dry = await go('--dry-run')
    t.equal(dry.code, 0)
    t.match(
      dry.stdout,
      /^\d+ queries that pass the screening would take\n {2}requests .*\n {2}tokens .*\n {2}cost .*\n$/,
    )
    const whole = await go('--quiet')
    const pilot = await go('--pilot', '8')
    t.equal(pilot.code, 0)
    t.ok(pilot.stdout.length > 0 && whole.stdout.startsWith(pilot.stdout))
    t.match(pilot.stderr, /By what the first 8 took.*\n\d+ queries that pass the screening would take/)
  },
)

t.test('so do recipes in which queries lead', async t => {
  const llama3 = (...argv: string[]) => autoif(['llama3', ...rehearsal, ...argv], queries)
  const { stdout: forecast } = await llama3('--dry-run')
  const [all] = forecast.match(/^\d+ queries that pass the screening would take/) ?? []
  t.ok(all)
  const whole = await llama3('--quiet')
  const pilot = await llama3('--pilot', '8', '-j', '32')
  t.equal(pilot.code, 0)
  t.ok(pilot.stdout.length > 0 && whole.stdout.startsWith(pilot.stdout))
  t.match(pilot.stderr, `By what the first 8 took, with 95 % of what chance allows for:\n${all}`)
  const more = await llama3('--pilot', '500')
  t.equal(more.stdout, whole.stdout)
  t.match(more.stderr, `By what the first ${Number.parseInt(all ?? '', 10)} took, with`)
  t.match(more.stderr, `\n${all}`)
})

t.test('a limit that cuts queries off among some that cannot be read is no loss', async t => {
  const all = readFileSync('fixtures/queries.jsonl', 'utf8')
  // Some of them are conversations, which have no field of that name.
  const args = ['dispatcher', '--model', 'rehearsal', '--query-field', 'query', '--max-requests', '30']
  const { code, stderr } = await autoif(args, all)
  t.equal(code, 4, stderr)
  t.match(stderr, /no-query \d+[\s\S]*Stopped: no more than 30 requests/)
})

t.test('a target counts the SFT rows that a recipe of pairs makes beside them', async t => {
  const sft = join(t.testdir(), 'sft.jsonl')
  const { code, stderr } = await autoif(['llama3', ...rehearsal, '--target', '5', '--sft', sft], queries)
  t.equal(code, 4, stderr)
  t.match(stderr, /Stopped: 5 rows are there/)
  t.equal(readFileSync(sft, 'utf8').trim().split('\n').length, 5)
  const plan = ['plan', ...rehearsal, '--run', join(t.testdir(), 'run'), '--dry-run']
  t.match(await autoif(plan, queries), {
    code: 2,
    stderr: /a plan is of all that is missing, and --dry-run is for a run/,
  })
})

t.test(
  'a disk that is full is named, whatever was to be written',
  { skip: !existsSync('/dev/full') && 'there is no /dev/full here' },
  async t => {
    const full = openSync('/dev/full', 'w')
    t.teardown(() => closeSync(full))
    for (const args of [['stage', 'screen'], ['doctor'], ['--help']]) {
      const { status, stderr } = spawnSync(process.execPath, [built, ...args], {
        input: queries,
        stdio: ['pipe', full, 'pipe'],
      })
      t.equal(status, 1, `${args}`)
      t.match(`${stderr}`, /autoif-stream: .*stdout.*no space left/i, `${args}`)
      t.notMatch(`${stderr}`, /^ +at /m)
    }
  },
)
