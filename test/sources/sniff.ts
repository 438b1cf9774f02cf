import t from 'tap'
import { container, format, refuseBinary } from '../../lib/sources/sniff.ts'

const tell = (text: string, final = true) => format(Buffer.from(text), final)
const around = (head: string | number[], final = true) =>
  container(typeof head === 'string' ? Buffer.from(head) : Buffer.from(head), 'stdin', final)

t.test('the first bytes tell what an input comes in', async t => {
  t.equal(around([0x1f, 0x8b, 8, 0, 0]), 'gzip')
  t.equal(around([0x28, 0xb5, 0x2f, 0xfd, 0]), 'zstd')
  t.equal(around([0x50, 0x2a, 0x4d, 0x18, 4]), 'zstd', 'a frame that is skipped, as pzstd begins')
  t.equal(around([0x50, 0x41, 0x52, 0x31, 0x15]), 'parquet')
  t.equal(around('PAR1 is a word, too'), 'none')
  t.equal(around('{"query":1}'), 'none')
  t.equal(around('x'), 'none')
  t.equal(around('{"a"', false), undefined, 'nothing is decided before enough is seen')
  for (const mark of [
    [0xff, 0xfe, 0x7b, 0, 0x22],
    [0xfe, 0xff, 0, 0x7b, 0],
  ])
    t.throws(() => around(mark), { code: 'AUTOIF_SOURCE', message: /stdin is UTF-16/, hint: /iconv/ })
})

t.test('the first character tells NDJSON, an array and plain text apart', async t => {
  const told: Record<string, readonly string[]> = {
    ndjson: ['{"query"', '"a string"', '\ufeff\n  {"a":1}', '', 'null', 'true\n{"a":1}', 'false \n'],
    array: [
      '[{"query":"x"}]',
      '[\n  {',
      '[\n',
      '[]',
      ' ["a"',
      '[ [1]',
      '[null, {"a":1}]',
      '\ufeff[{',
      '[1,2,3]\n',
      '[4]',
      '[-0.5, 1e3',
      '[1][2]',
    ],
    lines: [
      'How do I knit?',
      '[Verse one]',
      '42 is the answer?',
      '[1] is a reference',
      '[1, 2] say so',
      '[nullable] types',
      '[a',
      'nullable',
      'null and void',
      '42',
      'nu',
    ],
  }
  for (const [name, texts] of Object.entries(told))
    for (const text of texts) t.equal(tell(text), name, JSON.stringify(text))
})

t.test('nothing is decided before enough is seen, and then it is, however many blanks there are', async t => {
  for (const text of ['', ' \n', '[', '[   ', '[nul', '[1, ', '[1, 2]', 'nul', 'null'])
    t.equal(tell(text, false), undefined, JSON.stringify(text))
  t.equal(tell('{', false), 'ndjson')
  t.equal(tell('null\n', false), 'ndjson')
  t.equal(tell('nullable', false), 'lines')
  t.equal(tell(`[${'1, '.repeat(30)}`, false), 'array')
  t.equal(tell('[{', false), 'array')
  t.equal(tell('[Verse', false), 'lines')
  t.equal(tell(`[${' '.repeat(70)}`, false), 'lines')
  t.equal(tell('\n'.repeat(2 ** 20 + 1), false), 'ndjson')
})

t.test('what holds NUL bytes near its beginning is no text, and that is said with what can be read', async t => {
  const program = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0])
  t.throws(() => refuseBinary(program, 'a.out'), {
    code: 'AUTOIF_SOURCE',
    message: 'a.out is no text: there are NUL bytes in it',
    hint: /NDJSON.*plain text.*Parquet.*gzip/,
  })
  refuseBinary(Buffer.from('Why is the sky blue?\n'), 'a.txt')
  refuseBinary(Buffer.from(`${'x'.repeat(8000)}\0`), 'a.txt')
  t.equal(tell('\0\0\0\0'), 'lines', 'a NUL is no blank')
})
