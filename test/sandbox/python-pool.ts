import t from 'tap'
import { pythonPool } from '../../lib/sandbox/python-pool.ts'
import { folder } from '../fixtures/python.ts'

const limits = { memoryMb: 64, timeoutMs: 1000, folder, residentMb: 1000 }

t.test('a pool answers, and has nothing to tell where the snapshot could be kept', async t => {
  const { pool, note } = await pythonPool(limits, 1)
  t.teardown(() => pool.destroy())
  t.equal(note, undefined)
  const functions = ['def evaluate(response):\n    return response == "a"']
  const work = { functions, inputs: ['a', 'b'], wallMs: 1000, memoryMb: 64, python: true }
  t.same(await pool.run(work), { gradings: [{ outcomes: 'TF' }] })
})

t.test('there is no pool where Python has too little memory to start in', async t => {
  await t.rejects(pythonPool({ ...limits, memoryMb: 21 }, 1))
})
