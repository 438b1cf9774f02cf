import t from 'tap'
import { sniff, sniffed } from '../../lib/sources/sniff.ts'

const tell = (head: string | number[], final = true) =>
  sniff(typeof head === 'string' ? Buffer.from(head) : Buffer.from(head), 'stdin', final)

t.test('the first character tells NDJSON from plain text', async t => {
  t.equal(tell('{"query"'), 'ndjson')
  t.equal(tell('"a string"'), 'ndjson')
  t.equal(tell('How do I knit?'), 'lines')
  t.equal(tell('[Verse one]'), 'lines')
  t.equal(tell('42 is the answer?'), 'lines')
  t.equal(tell(''), 'lines')
})

t.test('nothing is decided before enough is seen', async t => {
  t.equal(tell('{', false), undefined)
  t.equal(tell('{"a":', false), 'ndjson')
  t.equal(tell('[    ', false), undefined)
  t.throws(() => tell(`[${' '.repeat(sniffed - 1)}`, false), { code: 'AUTOIF_SOURCE' })
})

t.test('what is not read yet is named, with what to do', async t => {
  const containers: [string | number[], RegExp, RegExp][] = [
    ['[{"query":"x"}]', /stdin is one JSON array/, /jq -c '\.\[\]'/],
    ['[\n  {', /one JSON array/, /jq/],
    ['[\n', /one JSON array/, /jq/],
    ['[]', /one JSON array/, /jq/],
    [[0x1f, 0x8b, 8, 0, 0], /gzip/, /gunzip -c/],
    [[0x28, 0xb5, 0x2f, 0xfd, 0], /zstd/, /zstd -dc/],
    [[0x50, 0x41, 0x52, 0x31, 0x15], /Parquet/, /NDJSON/],
    [[0xff, 0xfe, 0x7b, 0, 0x22], /UTF-16/, /iconv/],
  ]
  for (const [head, message, hint] of containers) t.throws(() => tell(head), { code: 'AUTOIF_SOURCE', message, hint })
})
