import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import t from 'tap'
import { openSource, together } from '../../../lib/config/open/open-source.ts'
import { settings } from '../../../lib/config/settings.ts'
import { AutoifError } from '../../../lib/errors.ts'
import type { Door } from '../../../lib/records/door.ts'
import type { Envelope } from '../../../lib/records/envelope.ts'
import { query } from '../../../lib/records/interchange/doors.ts'
import { gathered } from '../../fixtures/gathered.ts'

const good = '{"query":"first"}\n{"query":"second"}\n'
const stdin = (text: string) =>
  (async function* () {
    yield Buffer.from(text)
  })()

const read = async (path: string, text = '', told: Partial<typeof settings> = {}, door: Door<object> = query) => {
  const found: Envelope[] = []
  const source = openSource(path, door, { ...settings, ...told }, stdin(text), true)
  for await (const { envelopes } of source) found.push(...envelopes)
  return found
}

const told = (found: readonly Envelope[]) =>
  found.map(({ record, place, refused }) => [
    place?.source,
    place?.line,
    refused?.why ?? (record as { query: string }).query,
  ])

t.test('records come from stdin or from a file, and their places say which', async t => {
  const path = join(t.testdir({ 'queries.jsonl': good }), 'queries.jsonl')
  t.same(told(await read('-', good)), [
    ['stdin', 1, 'first'],
    ['stdin', 2, 'second'],
  ])
  t.same(told(await read(path, 'not this')), [
    [path, 1, 'first'],
    [path, 2, 'second'],
  ])
})

t.test('a bad line is one refusal; with strict it is the end, and what came before it has been handed out', async t => {
  const bad = `{"query":"first"}\n{"query": \n{"query":"third"}\n`
  t.same(told(await read('-', bad)), [
    ['stdin', 1, 'first'],
    ['stdin', 2, 'not-json'],
    ['stdin', 3, 'third'],
  ])
  const found: Envelope[] = []
  const strictly = async (text: string) => {
    const source = openSource('-', query, { ...settings, strict: true }, stdin(text), true)
    for await (const { envelopes } of source) found.push(...envelopes)
  }
  const message = /^line 2 of stdin \(byte 18\) cannot be read: not-json/
  await t.rejects(strictly(bad), { code: 'AUTOIF_SOURCE', message, hint: /without --strict/ })
  t.same(told(found), [['stdin', 1, 'first']])
  await t.rejects(strictly('{"nothing":"of use"}\n'), { code: 'AUTOIF_SOURCE', message: /line 1 .*no-query/ })
  await strictly(good)
  t.equal(found.length, 3)
})

t.test('where the query stands and what a line is can be told', async t => {
  const text = '{"query":"not this","turns":[{"text":"this"}]}\n'
  t.same(told(await read('-', text, { queryField: 'turns.0.text' })), [['stdin', 1, 'this']])
  t.same(told(await read('-', '{"no": json}\n', { inputFormat: 'lines' })), [['stdin', 1, '{"no": json}']])
  t.same(told(await read('-', 'plain text\n{"query":"this"}\n', { inputFormat: 'ndjson' })), [
    ['stdin', 1, 'not-json'],
    ['stdin', 2, 'this'],
  ])
})

t.test('an input that holds nothing of the kind is told about when all have been read', async t => {
  const dir = t.testdir({ 'rows.jsonl': '{"rows":1}\n{"rows":2}\n' })
  const faults: AutoifError[] = []
  const paths = [join(dir, 'rows.jsonl'), '-'].join('\n')
  const batches = openSource(paths, query, settings, stdin(good), true, fault => void faults.push(fault))
  t.equal((await gathered(batches)).flatMap(({ envelopes }) => envelopes).length, 4)
  t.match(faults, [{ code: 'AUTOIF_SOURCE', message: /nothing in .*rows\.jsonl is a query; line 1 .*: \{"rows":1\}$/ }])
})

t.test('several inputs are read one after another, each with its places, and no two records share an id', async t => {
  const dir = t.testdir({ 'a.jsonl': good, 'b.json': '[{"query":"first"},"third"]', 'c.gz': gzipSync(good) })
  const [a, b, c] = ['a.jsonl', 'b.json', 'c.gz'].map(name => join(dir, name)) as [string, string, string]
  const found = await read([a, '-', b, c].join('\n'), good)
  t.same(
    found.map(({ place, record }) => [
      place?.source,
      place?.line ?? place?.element,
      (record as { query: string }).query,
    ]),
    [
      ...[a, 'stdin'].flatMap(name => [
        [name, 1, 'first'],
        [name, 2, 'second'],
      ]),
      [b, 1, 'first'],
      [b, 2, 'third'],
      [c, 1, 'first'],
      [c, 2, 'second'],
    ],
  )
  t.equal(new Set(found.map(({ id }) => id)).size, found.length)
  t.equal(new Set(found.slice(0, 2).map(({ id }) => id.slice(0, 16))).size, 2)
})

t.test('an input with a fault does not keep the others from being read, and is told of at the end', async t => {
  const cut = gzipSync(good.repeat(2000))
  const dir = t.testdir({
    'a.json': '[{"query":"first"},{"que',
    'b.gz': cut.subarray(0, cut.length - 4),
    'c.jsonl': good,
  })
  const paths = ['a.json', 'b.gz', 'c.jsonl'].map(name => join(dir, name))
  const found: Envelope[] = []
  const all = async (told: Partial<typeof settings>, heard?: (fault: AutoifError) => void) => {
    found.length = 0
    const source = openSource(paths.join('\n'), query, { ...settings, ...told }, stdin(''), true, heard)
    for await (const { envelopes } of source) found.push(...envelopes)
  }
  await t.rejects(all({}), { code: 'AUTOIF_SOURCE', message: /a\.json is truncated.*\n.*b\.gz is truncated/ })
  t.equal(found.filter(({ refused }) => !refused).length, 1 + 4000 + 2)
  t.match(
    found.filter(({ refused }) => refused),
    [
      { refused: { why: 'truncated' }, place: { element: 2 } },
      { refused: { why: 'truncated' }, place: { line: 4001 } },
    ],
  )
  const faults: AutoifError[] = []
  await all({}, fault => faults.push(fault))
  t.equal(faults.length, 2, 'told to whoever listens, the source ends in order')
  await t.rejects(all({ strict: true }), { message: /element 2 of .*a\.json \(byte 19\) cannot be read: truncated/ })
  t.equal(found.length, 1)
})

t.test('several faults are one error with a line for each', async t => {
  t.equal(together([]), undefined)
  const [one, two] = ['one', 'two'].map(words => new AutoifError('AUTOIF_SOURCE', words, { hint: 'Look.' }))
  t.equal(together([one as AutoifError]), one)
  t.match(together([one as AutoifError, two as AutoifError]), {
    message: 'one\ntwo',
    hint: 'Look.',
    code: 'AUTOIF_SOURCE',
  })
})

t.test('a conversation gives the turns that were asked for', async t => {
  const text = `${JSON.stringify({ messages: ['one', 'a', 'two', 'b', 'three'] })}\n`
  t.same(told(await read('-', text)), [['stdin', 1, 'one']])
  t.same(told(await read('-', text, { turns: 'last' })), [['stdin', 1, 'three']])
  const all = await read('-', text, { turns: 'all' })
  t.match(all, [
    { place: { line: 1, turn: 1 } },
    { place: { turn: 2 } },
    { place: { turn: 3 }, record: { query: 'three' } },
  ])
  t.equal(new Set(all.map(({ id }) => id)).size, 3)
  t.ok(
    all.every(({ raw }) => raw === undefined),
    'what leaves is the turn, not the conversation',
  )
})

t.test('the door is told how tolerantly to read', async t => {
  const asked: unknown[] = []
  const read: Door<object>['read'] = (_, options) => {
    asked.push(options?.tolerant)
    return { query: 'any' }
  }
  for (const tolerant of [true, false]) {
    for await (const _ of openSource('-', { ...query, read }, settings, stdin('{}\n'), tolerant))
      t.equal(asked.at(-1), tolerant)
  }
  t.equal(asked.length, 2)
})

t.test('a file that is not there is told at once, one that cannot be read to whoever reads', async t => {
  const dir = t.testdir({ 'queries.jsonl': good })
  const open = (path: string) => openSource(path, query, settings, stdin(''), true)
  const path = join(dir, 'none.jsonl')
  t.throws(() => open(path), { code: 'AUTOIF_SOURCE', message: `cannot read ${path}: no such file or directory` })

  t.throws(() => open(dir), { code: 'AUTOIF_SOURCE', message: /folder/ })

  const gone = open(join(dir, 'queries.jsonl'))
  rmSync(join(dir, 'queries.jsonl'))
  await new Promise(resolve => setTimeout(resolve, 20))
  await t.rejects(gathered(gone), { code: 'AUTOIF_SOURCE', message: /no such file/ })
})
