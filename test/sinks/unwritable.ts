import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { unwritable } from '../../lib/sinks/unwritable.ts'

t.test('the path, the system’s reason and what to do', async t => {
  const error = await writeFile(join(t.testdir({}), 'none', 'file'), '').catch((reason: unknown) => reason)
  t.match(unwritable('none/file', error), {
    code: 'AUTOIF_SINK',
    message: 'cannot write none/file: no such file or directory',
    hint: 'Create the folder first.',
    cause: error,
  })
  const plain = unwritable('stdout', new Error('it broke'))
  t.equal(plain.message, 'cannot write stdout: it broke')
  t.equal(plain.hint, undefined)
})
