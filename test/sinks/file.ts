import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { fileSink } from '../../lib/sinks/file.ts'
import { ndjsonSink } from '../../lib/sinks/ndjson.ts'

const rows = (path: string) => fileSink<number>(path, writable => ndjsonSink(writable, { name: path }))

t.test('a file has its name only when it is complete', async t => {
  const path = join(t.testdir({ 'rows.jsonl': 'from before\n', 'rows.jsonl.part': 'left over' }), 'rows.jsonl')
  const sink = await rows(path)
  await sink.write(1)
  await sink.flush?.()
  t.equal(readFileSync(path, 'utf8'), 'from before\n')
  await sink.write(2, Buffer.from('2.0'))
  await sink.close(true)
  t.equal(readFileSync(path, 'utf8'), '1\n2.0\n')
  t.notOk(existsSync(`${path}.part`))
})

t.test('what did not reach its end stays beside the name', async t => {
  const path = join(t.testdir({}), 'rows.jsonl')
  const sink = await rows(path)
  await sink.write(1)
  await sink.close(false)
  t.equal(readFileSync(`${path}.part`, 'utf8'), '1\n')
  t.notOk(existsSync(path))
})

t.test('a link stays a link', async t => {
  const dir = t.testdir({ 'real.jsonl': '' })
  symlinkSync(join(dir, 'real.jsonl'), join(dir, 'link.jsonl'))
  const sink = await rows(join(dir, 'link.jsonl'))
  await sink.write(1)
  await sink.close(true)
  t.equal(readFileSync(join(dir, 'real.jsonl'), 'utf8'), '1\n')
  t.ok(lstatSync(join(dir, 'link.jsonl')).isSymbolicLink())
})

t.test('a device is written directly', { skip: process.platform === 'win32' }, async t => {
  const sink = await rows('/dev/null')
  await sink.write(1)
  await sink.close(true)
  t.notOk(existsSync('/dev/null.part'))
})

t.test('what cannot be written is said before the run', async t => {
  const dir = t.testdir({ folder: {} })
  const missing = join(dir, 'none', 'rows.jsonl')
  await t.rejects(rows(missing), { code: 'AUTOIF_SINK', message: `cannot write ${missing}: no such file or directory` })
  await t.rejects(rows(join(dir, 'folder')), {
    code: 'AUTOIF_SINK',
    message: /folder/,
    hint: 'Name a file, not a folder.',
  })
})

t.test('a full device is an error with what to do', { skip: !existsSync('/dev/full') }, async t => {
  const sink = await rows('/dev/full')
  await sink.write(1)
  await t.rejects(Promise.resolve(sink.close(true)), {
    code: 'AUTOIF_SINK',
    message: /no space left/,
    hint: /Make room/,
  })
})
