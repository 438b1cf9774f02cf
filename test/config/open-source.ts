import { rmSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { openSource } from '../../lib/config/open-source.ts'
import { settings } from '../../lib/config/settings.ts'
import type { Door } from '../../lib/records/door.ts'
import type { Envelope } from '../../lib/records/envelope.ts'
import { query } from '../../lib/records/interchange/doors.ts'
import { gathered } from '../fixtures/gathered.ts'

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
  await t.rejects(strictly('{"nothing":"of use"}\n'), { code: 'AUTOIF_SOURCE', message: /line 1 .*not-a-query/ })
  await strictly(good)
  t.equal(found.length, 3)
})

t.test('where the query stands and what a line is can be told', async t => {
  const text = '{"query":"not this","turns":[{"text":"this"}]}\n'
  t.same(told(await read('-', text, { queryField: 'turns.0.text' })), [['stdin', 1, 'this']])
  t.same(told(await read('-', '{"no": json}\n', { inputFormat: 'lines' })), [['stdin', 1, '{"no": json}']])
  t.same(told(await read('-', 'plain text\n', { inputFormat: 'ndjson' })), [['stdin', 1, 'not-json']])
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
