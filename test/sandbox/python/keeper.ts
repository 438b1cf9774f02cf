import ivm from 'isolated-vm'
import t from 'tap'
import { startInterpreter } from '../../../lib/sandbox/python/interpreter.ts'
import type { Said } from '../../../lib/sandbox/python/said.ts'
import { prepared, python } from '../../fixtures/python.ts'

t.test('after a verifier that changed something the world is as it was in the beginning', async t => {
  const ask = await python(t)
  // Where the next thing is put in memory tells apart any two worlds in which different things have happened.
  const place = 'class Own: pass\ndef evaluate(response):\n    return id(Own())'
  const first = (await ask(place, [''])) as Said
  t.ok(first.values?.[0]?.int)
  for (const change of [
    'json.kept = sys.kept = ["x"] * 1000',
    'collections.Counter.most_common = None',
    'gc.disable()',
  ]) {
    await ask(`import collections, gc, json, sys\ndef evaluate(response):\n    ${change}`, ['', ''])
    t.same(await ask(place, ['']), first, change)
  }
  await ask('def evaluate(response):\n    return [response] * 1000 == []', ['a', 'b'])
  t.same(await ask(place, ['']), first, 'one that may look is not shown what harmless ones left, either')
})

t.test('after many resets the interpreter wants replacing', async t => {
  const interpreter = await startInterpreter(prepared.parts, prepared.snapshot)
  t.teardown(() => interpreter.dispose())
  const inputs = new ivm.ExternalCopy([''])
  const run = (source: string) => interpreter.run(source, inputs, 1e6, 20_000)
  for (let times = 0; times < 300; times++) run('def evaluate(response):\n    return True')
  t.equal(interpreter.worn, false, 'a harmless verifier needs no reset')
  let times = 0
  for (; !interpreter.worn && times < 1000; times++) run('import sys\ndef evaluate(response):\n    return True')
  t.equal(times, 256)
})
