import t from 'tap'
import { fault } from '../../lib/models/faults.ts'
import { askedForModels, modelsIn, served } from '../../lib/models/served.ts'
import type { Answer, Wire } from '../../lib/models/wire.ts'

const wire = (outcome: Answer | ReturnType<typeof fault> | Error): Wire => ({
  send: async () => {
    if (outcome instanceof Error) throw outcome
    return outcome
  },
  close: async () => {},
})

t.test('names the first five models', async t => {
  const data = ['a', 'b', 'c', 'd', 'e', 'f'].map(id => ({ id, object: 'model' }))
  t.strictSame(await served(wire({ status: 200, body: { data } }), '/v1/models'), ['a', 'b', 'c', 'd', 'e'])
})

t.test('names none when there is no list, whatever stands in its place', async t => {
  const bodies = [null, 'Not Found', {}, { data: 'x' }, { data: [null, {}, { id: 3 }] }]
  for (const body of bodies) t.strictSame(await served(wire({ status: 404, body }), '/'), [])
  t.strictSame(await served(wire(fault(new Error('cut'))), '/'), [])
  t.strictSame(await served(wire(new Error('slow')), '/'), [])
})

t.test('whoever has to know hears all of them, or why there are none', async t => {
  const data = Array.from({ length: 7 }, (_, id) => ({ id: `${id}` }))
  t.equal(modelsIn(await askedForModels(wire({ status: 200, body: { data } }), '/')).length, 7)
  t.match(await askedForModels(wire({ status: 401, body: 'no' }), '/'), { status: 401 })
  t.match(await askedForModels(wire(new Error('slow')), '/'), { fault: 'late', words: 'no answer within 5 s' })
})
