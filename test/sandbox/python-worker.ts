import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import t from 'tap'
import type { Answer, Work } from '../../lib/sandbox/messages.ts'
import { prepared } from '../fixtures/python.ts'

const pool = new Piscina<Work, Answer>({
  filename: fileURLToPath(new URL('../../lib/sandbox/python-worker.ts', import.meta.url)),
  maxThreads: 1,
  workerData: { prepared, timeoutMs: 100 },
})
t.teardown(() => pool.destroy())
const ask = (functions: readonly string[], inputs: readonly string[], wallMs = 5000) =>
  pool.run({ functions, inputs, wallMs, memoryMb: 64, python: true })

const even = 'def evaluate(response):\n    return len(response) % 2 == 0'

t.test('every function is asked about every input, in order, and other values are told', async t => {
  t.match(await ask([even, 'def evaluate(response):\n    return 7'], ['ab', 'abc']), {
    gradings: [{ outcomes: 'TF' }, { outcomes: 'OO', values: [{ int: 7 }, { int: 7 }] }],
  })
})

t.test('the first function that has to be stopped is the last one asked', async t => {
  const { gradings, stopped } = await ask(
    [even, 'def evaluate(response):\n    return sum(range(10**12))', even],
    ['a'],
    300,
  )
  t.same(gradings, [{ outcomes: 'F' }])
  t.match(stopped, { letter: 'X', fresh: true })
  t.ok((stopped?.cpuMs ?? 0) > 0, 'it says how long the thread was computing')
})

t.test('one that kills its interpreter leaves another to the next, in the same task', async t => {
  const exiting = 'import os\ndef evaluate(response):\n    os._exit(1)'
  t.match(await ask([exiting, even], ['ab']), { gradings: [{ outcomes: 'E' }, { outcomes: 'T' }] })
})
