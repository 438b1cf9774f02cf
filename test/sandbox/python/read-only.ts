import t from 'tap'
import { readOnly } from '../../../lib/sandbox/python/read-only.ts'
import { python } from '../../fixtures/python.ts'

t.test('files can be opened to be read, and devices to be written', async t => {
  class ErrnoError extends Error {
    readonly errno: number
    constructor(errno: number) {
      super()
      this.errno = errno
    }
  }
  const files = { ErrnoError, open: (path: string) => path, write: () => 0, mkdir: () => 'made' }
  readOnly(files)
  const open = files.open as (path: string, flags: number) => unknown
  t.equal(open('/lib/a.py', 0), '/lib/a.py')
  t.equal(open('/dev/null', 1), '/dev/null')
  for (const flags of [1, 2, 0o100, 0o1000]) t.throws(() => open('/lib/a.py', flags), { errno: 69 } as never)
  t.throws(() => files.mkdir(), { errno: 69 } as never)
})

t.test('Python can read the library and change nothing', async t => {
  const ask = await python(t)
  const attempt = (code: string): string => `import os\ndef evaluate(response):\n    ${code}\n    return True`
  t.match(await ask(attempt('open(os.__file__.split(".zip")[0] + ".zip", "rb").read(2) == b"PK" or 1 / 0'), ['']), {
    outcomes: 'T',
  })
  t.match(await ask(attempt('open("/dev/null", "w").write(response)'), ['x']), { outcomes: 'T' })
  for (const change of [
    'open("/tmp/a", "w")',
    'open("/dev/../tmp/a", "w")',
    'open("/dev/shm/a", "w")',
    'open("/lib/python314.zip", "r+b")',
    'os.truncate("/lib/python314.zip", 0)',
    'open("/dev/../lib/python314.zip", "wb")',
    'os.mkdir("/tmp/a")',
    'os.symlink("/tmp", "/home/a")',
    'os.rename("/tmp", "/a")',
    'os.remove("/lib/python314.zip")',
    'os.rmdir("/tmp")',
    'os.chdir("/tmp")',
    'os.chmod("/tmp", 0)',
    'os.utime("/tmp")',
  ])
    t.match(await ask(attempt(change), ['']), { outcomes: 'E', message: /^OSError: \[Errno 69\]/ }, change)
})
