import { execFile } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { preparePython } from '../../../lib/sandbox/python/prepare-python.ts'

const start = promisify(execFile)
const memoryMb = 64
const bytes = Uint8Array.from({ length: 1_000_000 }, (_, at) => at & 127)
const quick = async () => bytes
const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0

t.test('a snapshot is built once and kept', async t => {
  const folder = join(t.testdir(), 'new')
  const first = await preparePython({ memoryMb, folder }, quick)
  t.ok(same(first.snapshot, bytes))
  t.ok(first.snapshot.buffer instanceof SharedArrayBuffer, 'threads can share it')
  t.equal(first.note, undefined)
  t.match(readdirSync(folder), [/^python-\d+\.\d+\.\d+-[0-9a-f]{16}\.snapshot$/])
  const again = await preparePython({ memoryMb: 128, folder }, () => Promise.reject(new Error('built again')))
  t.ok(same(again.snapshot, bytes), 'whatever it may grow to')
})

t.test('a damaged snapshot is built anew', async t => {
  const folder = t.testdir()
  await preparePython({ memoryMb, folder }, quick)
  const file = join(folder, readdirSync(folder)[0] as string)
  const whole = readFileSync(file)
  writeFileSync(
    file,
    whole.map((byte, at) => (at === 100 ? byte ^ 1 : byte)),
  )
  t.ok(same((await preparePython({ memoryMb, folder }, quick)).snapshot, bytes))
  t.ok(readFileSync(file).equals(whole))
})

t.test('processes that build at once do not hinder each other', async t => {
  const folder = t.testdir()
  const { href } = new URL('../../../lib/sandbox/python/prepare-python.ts', import.meta.url)
  const program = `
    const { preparePython } = await import(${JSON.stringify(href)})
    const build = async () => new Uint8Array(5_000_000).fill(7)
    const { snapshot, note } = await preparePython({ memoryMb: 64, folder: process.argv[1] }, build)
    console.log(snapshot.length, snapshot.every(byte => byte === 7), note)`
  const args = ['--no-node-snapshot', '--input-type=module', '--eval', program, folder]
  const said = await Promise.all([1, 2].map(async () => (await start(process.execPath, args)).stdout))
  t.same(said, Array(2).fill('5000000 true undefined\n'))
  t.equal(readdirSync(folder).length, 1)
})

t.test('a folder that cannot be written to is only noted', async t => {
  const folder = join(t.testdir({ file: '' }), 'file', 'cache')
  const { snapshot, note } = await preparePython({ memoryMb, folder }, quick)
  t.ok(same(snapshot, bytes))
  t.match(note, /cannot be kept in .*cache \(ENOTDIR.*set AUTOIF_CACHE_DIR$/)
})

t.test('an interpreter that does not start is an error that says what to do', async t => {
  const build = () => Promise.reject(new Error('Traceback (most recent call last):\n  File\nMemoryError: no room\n'))
  await t.rejects(preparePython({ memoryMb, folder: t.testdir() }, build), {
    code: 'AUTOIF_SANDBOX',
    message: 'Python, which runs Python verifiers, could not be started: MemoryError: no room',
    hint: /JavaScript verifiers only/,
  })
})
