import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { parquetReadObjects } from 'hyparquet'
import t from 'tap'
import { nowhere, openRows, openSink } from '../../../lib/config/open/open-rows.ts'
import { parts } from '../../../lib/config/open/row-parts.ts'
import { encoder } from '../../../lib/sinks/lines.ts'
import { ndjsonSink } from '../../../lib/sinks/ndjson.ts'
import { rows } from '../../fixtures/golden.ts'

const written = async (path: string, lineage = false): Promise<string> => {
  const stdout = new PassThrough()
  const sink = await openRows(
    { kind: 'sft', format: 'messages', path },
    { stdout, lineage, encode: encoder(parts.sft) },
  )
  await sink.write(rows.sft)
  await sink.write(rows.sft)
  if (path !== '-') t.ok(existsSync(`${path}.part`) && !existsSync(path), `${path} has its name when it is complete`)
  await sink.close(true)
  stdout.end()
  return text(stdout)
}

const row = JSON.stringify({
  messages: [
    { role: 'user', content: rows.sft.prompt },
    { role: 'assistant', content: 'Because.' },
  ],
})

t.test('the same rows in every container that a name promises', async t => {
  const dir = t.testdir({})
  const at = (name: string): string => join(dir, name)
  const files = ['a.jsonl', 'a.json', 'a.jsonl.gz', 'a.json.zst', 'a.parquet'].map(at)
  for (const file of files) t.equal(await written(file), '')
  const [lines = '', array = '', zipped = '', packed = '', parquet = ''] = files
  t.equal(readFileSync(lines, 'utf8'), `${row}\n${row}\n`)
  t.equal(readFileSync(array, 'utf8'), `[\n${row},\n${row}\n]\n`)
  t.equal(`${gunzipSync(readFileSync(zipped))}`, `${row}\n${row}\n`)
  t.equal(`${zstdDecompressSync(readFileSync(packed))}`, `[\n${row},\n${row}\n]\n`)
  const { buffer } = new Uint8Array(readFileSync(parquet))
  t.strictSame(JSON.parse(JSON.stringify(await parquetReadObjects({ file: buffer }))), [
    JSON.parse(row),
    JSON.parse(row),
  ])
})

t.test('stdout takes one row a line, with its lineage where that is wanted', async t => {
  t.equal(await written('-'), `${row}\n${row}\n`)
  t.match(JSON.parse((await written('-', true)).split('\n')[0] ?? ''), { _autoif: rows.sft.lineage })
})

t.test('an output without a place opens nothing', async t => {
  const make = () => t.fail('nothing is to be opened') as never
  t.equal(await openSink('', new PassThrough(), make), nowhere)
  const stdout = new PassThrough()
  const sink = await openSink<number>('-', stdout, (writable, name) => {
    t.equal(name, 'stdout')
    return ndjsonSink(writable)
  })
  await sink.write(1)
  await sink.close(true)
  t.notOk(stdout.writableEnded, 'stdout stays open')
})

t.test('compressed Parquet is refused before anything is written', async t => {
  const path = join(t.testdir({}), 'a.parquet.gz')
  await t.rejects(written(path), { code: 'AUTOIF_USAGE' })
  t.notOk(existsSync(`${path}.part`))
})
