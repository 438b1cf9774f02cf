import { createReadStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib'
import t from 'tap'
import type { Envelope } from '../../lib/records/envelope.ts'
import { readQuery } from '../../lib/records/query-shapes.ts'
import { type InputOptions, input } from '../../lib/sources/input.ts'
import { conversationsInParquet } from '../fixtures/parquet.ts'

const rows = ['Why is the sky blue?', 'Как дела?', 'a\u2028b'].map((value, at) => ({
  id: `c${at}`,
  conversations: [{ from: 'human', value }],
}))
const lines = Buffer.from(rows.map(row => `${JSON.stringify(row)}\n`).join(''))

const read = async (chunks: AsyncIterable<Uint8Array>, options: Partial<InputOptions> = {}) => {
  const envelopes: Envelope[] = []
  const doorway = { name: 'stdin', kind: 'query', door: (value: unknown) => readQuery(value) }
  for await (const batch of input(chunks, { ...doorway, format: 'auto', ...options }))
    envelopes.push(...batch.envelopes)
  return envelopes.map(({ id, raw, record, refused }) => ({
    id,
    raw: raw && `${Buffer.from(raw)}`,
    query: refused?.why ?? (record as { query: string }).query,
  }))
}

const of = (bytes: Uint8Array | string, options: Partial<InputOptions> = {}) =>
  read(Readable.from([Buffer.from(bytes)]), options)

t.test('the same dump is the same records in every container, wherever chunks end', async t => {
  const array = Buffer.from(JSON.stringify(rows, null, 2))
  const containers: Record<string, Buffer> = {
    'an array': Buffer.from(JSON.stringify(rows)),
    'an array on many lines': array,
    gzip: gzipSync(lines),
    'gzip around an array': gzipSync(array),
    zstd: zstdCompressSync(lines),
    'zstd around an array': zstdCompressSync(array),
  }
  const expected = await of(lines)
  t.strictSame(
    expected.map(({ query }) => query),
    rows.map(({ conversations }) => conversations[0]?.value),
  )
  for (const [name, bytes] of Object.entries(containers)) {
    t.strictSame(await of(bytes), expected, name)
    t.strictSame(
      await read(Readable.from(Array.from(bytes, byte => Buffer.from([byte])))),
      expected,
      `${name}, bytewise`,
    )
  }
  const folder = t.testdir()
  const files = { 'a.br': brotliCompressSync(array), 'a.parquet': conversationsInParquet(rows) }
  for (const [name, bytes] of Object.entries(files)) {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    t.strictSame(await read(createReadStream(path), { path }), expected, name)
  }
})

t.test('an input that does not begin like JSON is one query a line, unless told otherwise', async t => {
  const queries = async (...given: Parameters<typeof of>) => (await of(...given)).map(({ query }) => query)
  const text = '  How do I knit?\r\n{"query":"not parsed"}\n\n42\n'
  t.strictSame(await queries(text), ['  How do I knit?', '{"query":"not parsed"}', '42'])
  t.strictSame(await queries(gzipSync(text)), ['  How do I knit?', '{"query":"not parsed"}', '42'])
  t.strictSame(await queries('How?\n', { format: 'ndjson' }), ['not-json'])
  t.strictSame(await queries('["a"]\n', { format: 'lines' }), ['["a"]'])
  for (const empty of ['', '\ufeff\r\n\n', '[]', gzipSync('')]) t.strictSame(await of(empty), [])
})

t.test('values of JSON that are no records are rejects, and plain text in brackets stays text', async t => {
  const told = async (text: string) => (await of(text)).map(({ query }) => query)
  t.strictSame(await told('[1,2,3]\n'), Array(3).fill('not-an-object'))
  t.strictSame(await told('null\n{"query":"x"}\n'), ['not-an-object', 'x'])
  t.strictSame(await told('[1] Why?\nnull\n[1,2]\n'), ['[1] Why?', 'null', '[1,2]'])
})

t.test('what is no text is refused as a whole, one line of a text that is none for itself', async t => {
  const program = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0x0a, 0x41])
  const none = { code: 'AUTOIF_SOURCE', message: /^stdin is no text/ }
  await t.rejects(of(program), none)
  await t.rejects(of(gzipSync(program)), none, 'also behind a compression')
  await t.rejects(of(program, { format: 'lines' }), none, 'whatever it is said to be')
  const late = await of(`${'Why?\n'.repeat(2000)}W\0hy?\nWhy?\n`)
  t.strictSame(
    late.slice(1999).map(({ query }) => query),
    ['Why?', 'not-text', 'Why?'],
  )
  t.strictSame(
    (await of('{"query":"x"}\n{"query":"\0"}\n{"query":"\\u0000"}\n')).map(({ query }) => query),
    ['x', 'not-json', '\0'],
    'a bad line among good ones, and an escape that some texts have',
  )
})

t.test('what cannot be read as it comes says what to do', async t => {
  const parquet = conversationsInParquet(rows)
  await t.rejects(of(parquet), { code: 'AUTOIF_SOURCE', message: /stdin is a Parquet file/, hint: /Name the file/ })
  await t.rejects(of(gzipSync(gzipSync(lines))), { message: /gzip data within compressed data/, hint: /Unpack/ })
  await t.rejects(of(zstdCompressSync(parquet)), { message: /a Parquet file within compressed data/ })
  await t.rejects(of(Buffer.from('\ufeffx', 'utf16le')), { message: /UTF-16/ })
  await t.rejects(of(gzipSync(lines).subarray(0, 8)), { message: /stdin is truncated/ }, 'nothing could be read')
})

t.test('a source that cannot be opened says so, and one that is left is closed', async t => {
  await t.rejects(read(createReadStream('/no/such/file'), { name: 'queries.jsonl' }), {
    code: 'AUTOIF_SOURCE',
    message: 'cannot read queries.jsonl: no such file or directory',
  })
  for (const bytes of ['"x"\n'.repeat(10), '[{"query":"x"},', gzipSync('"x"\n'.repeat(1e5))]) {
    const chunks = Readable.from(
      (function* () {
        for (;;) yield Buffer.from(bytes)
      })(),
    )
    for await (const _ of input(chunks, { name: 'x', kind: 'query', door: Object, format: 'auto' })) break
    t.ok(chunks.destroyed)
  }
})
