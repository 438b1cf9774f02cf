import ivm from 'isolated-vm'
import t from 'tap'
import { openPython } from '../../../lib/sandbox/python/python-thread.ts'
import { prepared } from '../../fixtures/python.ts'

const inputs = new ivm.ExternalCopy(['ab', 'abc'])
const even = 'def evaluate(response):\n    return len(response) % 2 == 0'

t.test('a function can be asked when an interpreter stands ready', async t => {
  const thread = openPython(prepared, 1000)
  t.teardown(() => thread.dispose())
  const cell = thread.open(even)
  t.throws(() => cell.run(inputs, 1000), { message: 'no Python interpreter stands ready' })
  await thread.ready()
  t.equal(cell.run(inputs, 1000), 'TF')
  cell.dispose()
  t.equal(thread.open(even).run(inputs, 1000), 'TF')
})

t.test('after one that had to be killed another stands ready', async t => {
  const thread = openPython(prepared, 1000)
  t.teardown(() => thread.dispose())
  await thread.ready()
  const killed = thread.open('def evaluate(response):\n    return sum(range(10**12))')
  t.same(killed.run(inputs, 20), { stopped: 'X' })
  await thread.ready()
  t.equal(thread.open(even).run(inputs, 1000), 'TF')
})

t.test('an interpreter that cannot start is told whoever waits for it, each time', async t => {
  const thread = openPython({ ...prepared, snapshot: new Uint8Array(100) }, 1000)
  t.teardown(() => thread.dispose())
  await t.rejects(thread.ready())
  await t.rejects(thread.ready())
})
