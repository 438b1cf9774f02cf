import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { readSnapshot, writeSnapshot } from '../../../lib/sandbox/python/snapshot-file.ts'

const snapshot = Uint8Array.from({ length: 100_000 }, (_, at) => (at * at) & 255)

t.test('what is written is read again', async t => {
  const file = join(t.testdir(), 'new', 'a.snapshot')
  t.equal(await readSnapshot(file), undefined)
  await writeSnapshot(file, snapshot)
  t.equal(Buffer.compare((await readSnapshot(file)) as Uint8Array, snapshot), 0)
  t.ok(readFileSync(file).length < snapshot.length, 'it is compressed')
})

t.test('many may write at once, and nothing unfinished stays behind', async t => {
  const folder = t.testdir()
  const file = join(folder, 'a.snapshot')
  await Promise.all(Array.from({ length: 8 }, () => writeSnapshot(file, snapshot)))
  t.same(readdirSync(folder), ['a.snapshot'])
  t.ok(await readSnapshot(file))
})

t.test('a file of which a byte has changed, or the end is missing, is not read', async t => {
  const file = join(t.testdir(), 'a.snapshot')
  await writeSnapshot(file, snapshot)
  const whole = readFileSync(file)
  for (const at of [0, 31, 32, whole.length >> 1, whole.length - 1]) {
    writeFileSync(
      file,
      whole.map((byte, place) => (place === at ? byte ^ 1 : byte)),
    )
    t.equal(await readSnapshot(file), undefined, `byte ${at}`)
  }
  for (const length of [0, 16, 32, whole.length - 1]) {
    writeFileSync(file, whole.subarray(0, length))
    t.equal(await readSnapshot(file), undefined, `${length} bytes`)
  }
})

t.test('a folder that cannot be written to is an error, and a name that is taken leaves nothing behind', async t => {
  const folder = t.testdir({ file: '', taken: { 'a.snapshot': { in: '' } } })
  await t.rejects(writeSnapshot(join(folder, 'file', 'a.snapshot'), snapshot))
  await t.rejects(writeSnapshot(join(folder, 'taken', 'a.snapshot'), snapshot))
  t.same(readdirSync(join(folder, 'taken')), ['a.snapshot'])
})
