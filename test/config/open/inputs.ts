import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { inputs, takesStdin } from '../../../lib/config/open/inputs.ts'
import { gathered } from '../../fixtures/gathered.ts'

const stdin = (async function* () {
  yield Buffer.from('from stdin')
})()

const named = (...given: string[]) => inputs(given.join('\n'), stdin).map(({ name }) => name)

const dir = t.testdir({ 'b.jsonl': 'b', 'a.jsonl': 'a', 'c.txt': 'c', '[x].txt': 'x', deep: { 'd.jsonl': 'd' } })
const at = (name: string) => join(dir, name)

t.test('files come in the order given, those of a glob in the order of their names', async t => {
  t.same(named(at('c.txt'), '-', at('*.jsonl')), [at('c.txt'), 'stdin', at('a.jsonl'), at('b.jsonl')])
  t.same(named(at('**/*.jsonl')), ['a.jsonl', 'b.jsonl', 'deep/d.jsonl'].map(at))
  t.same(named(at('{c,nothing}.txt')), [at('c.txt')])
  t.same(named(at('*')), ['[x].txt', 'a.jsonl', 'b.jsonl', 'c.txt'].map(at), 'folders are left out')
})

t.test('a file whose name looks like a pattern is that file', async t => {
  t.same(named(at('[x].txt')), [at('[x].txt')])
})

t.test('each is read when it is its turn', async t => {
  const [file, std] = inputs(`${at('a.jsonl')}\n-`, stdin)
  t.equal(`${Buffer.concat(await gathered(file?.chunks ?? []))}`, 'a')
  t.equal(`${Buffer.concat(await gathered(std?.chunks ?? []))}`, 'from stdin')
})

t.test('what is not there, or not there twice, is told before anything moves', async t => {
  const missing = { code: 'AUTOIF_SOURCE', message: `cannot read ${at('none.jsonl')}: no such file or directory` }
  t.throws(() => named(at('a.jsonl'), at('none.jsonl')), missing)
  t.throws(() => named(at('*.parquet')), { code: 'AUTOIF_SOURCE', message: /no file is called like that/ })
  t.throws(() => named(at('deep')), { code: 'AUTOIF_SOURCE', message: /folder/ })
  t.throws(() => named('-', at('a.jsonl'), '-'), { code: 'AUTOIF_USAGE', message: /stdin can be read once/ })
})

t.test('a folder on stdin is told as one is that was named, and anything else there is read', async t => {
  const withFd = (path: string) => {
    const fd = openSync(path, 'r')
    t.teardown(() => closeSync(fd))
    return Object.assign((async function* () {})(), { fd })
  }
  t.throws(() => inputs('-', withFd(dir)), {
    code: 'AUTOIF_SOURCE',
    message: 'cannot read stdin: it is a folder',
    hint: /Name the files in it/,
  })
  t.equal(inputs(at('c.txt'), withFd(dir)).length, 1, 'where nobody reads it, it may be anything')
  t.match(inputs('-', withFd(at('c.txt'))), [{ name: 'stdin' }])
})

t.test('stdin is taken only where it is named', async t => {
  t.ok(takesStdin('-'))
  t.ok(takesStdin('a\n-'))
  t.notOk(takesStdin('a-\n-b'))
})
