import ivm from 'isolated-vm'
import t, { type Test } from 'tap'
import { startInterpreter } from '../../../lib/sandbox/python/interpreter.ts'
import { preparePython } from '../../../lib/sandbox/python/prepare-python.ts'
import { folder, prepared } from '../../fixtures/python.ts'

const started = async (t: Test, { parts, snapshot } = prepared) => {
  const interpreter = await startInterpreter(parts, snapshot)
  t.teardown(() => interpreter.dispose())
  const run = (source: string, inputs: readonly string[], ticks = 1e6, wallMs = 20_000) =>
    interpreter.run(source, new ivm.ExternalCopy(inputs), ticks, wallMs)
  return { interpreter, run }
}

const even = 'def evaluate(response):\n    return len(response) % 2 == 0'

t.test('one interpreter serves one verifier after another', async t => {
  const { interpreter, run } = await started(t)
  t.equal(run(even, ['ab', 'abc', '']), 'TFT')
  t.equal(
    run('def evaluate(response):\n    return response[3]', ['abcd', 'a']),
    'OEIndexError: string index out of range\0NT;',
  )
  t.equal(run(even, ['ab', 'abc', '']), 'TFT')
  t.equal(run(even, []), '')
  t.equal(interpreter.worn, false)
})

t.test('an input that takes too many ticks is passed over, and after five in a row the rest', async t => {
  const { interpreter, run } = await started(t)
  const source = 'def evaluate(response):\n    while response: pass\n    return True'
  t.equal(run(source, ['', 'x', '', 'x', ''], 1000), 'TXTXTtimed out: too many steps')
  t.equal(run(source, [...'xxxxx', '', '', ''], 1000), 'XXXXXXXXtimed out: too many steps')
  t.equal(interpreter.worn, false)
})

t.test('the same steps are too many on every machine', async t => {
  const { run } = await started(t)
  const { run: runElsewhere } = await started(t)
  const source = 'def evaluate(response):\n    for _ in range(int(response)): pass\n    return True'
  const inputs = Array.from({ length: 40 }, (_, at) => String(45_000 + 250 * at))
  const first = run(source, inputs, 1000)
  t.match(first, /^T+X+timed out/)
  t.equal(run(source, inputs, 1000), first)
  t.equal(runElsewhere(source, inputs, 1000), first)
})

t.test('past the clock it is stopped, and goes on with the next verifier', async t => {
  const { interpreter, run } = await started(t)
  const source = 'def evaluate(response):\n    while True:\n        try: response += ""\n        except: pass'
  t.same(run(source, ['a', 'b'], 1e9, 50), { stopped: 'X' })
  t.equal(run(even, ['ab', 'abc']), 'TF')
  t.equal(interpreter.worn, false)
})

t.test('what ends inside a built-in is the end of the interpreter', async t => {
  const { interpreter, run } = await started(t)
  t.same(run('def evaluate(response):\n    return sum(range(10**12))', ['a'], 1e6, 20), { stopped: 'X' })
  t.equal(interpreter.worn, true)
  t.throws(() => run(even, ['ab']), { message: 'this interpreter was stopped in the middle of something' })
})

t.test('which input breaks the interpreter is found by asking about each alone', async t => {
  const { interpreter, run } = await started(t)
  const source = 'import os\ndef evaluate(response):\n    if response: os._exit(3)\n    return True'
  t.same(run(source, ['', 'x']), { stopped: 'M' })
  t.equal(run(source, ['']), 'T')
  t.equal(run(source, ['x']), 'ESystemError: it broke the interpreter')
  t.equal(interpreter.worn, true, 'it goes on, but wants replacing')
  t.equal(run(even, ['ab', 'abc']), 'TF')
})

t.test('memory that was taken and given back makes it want replacing', async t => {
  const { interpreter, run } = await started(t, await preparePython({ memoryMb: 128, folder }))
  t.equal(run('def evaluate(response):\n    return len("x" * 50_000_000) > 1', ['a']), 'T')
  t.equal(interpreter.worn, true)
  t.equal(run('def evaluate(response):\n    return "x" * 128_000_000', ['a']), 'M')
  t.equal(run(even, ['ab', 'abc']), 'TF')
})
