import t from 'tap'
import work from '../../lib/sandbox/worker.ts'

const ask = (functions: readonly string[], inputs: readonly string[], wallMs = 5000) =>
  work({ functions, inputs, wallMs, memoryMb: 32 })

t.test('every function is asked about every input, in order', async t => {
  t.same(ask(['r => r === "a"', 'r => { throw new Error(r) }', 'r => r === "b"'], ['a', 'b']), {
    gradings: [{ outcomes: 'TF' }, { outcomes: 'EE', message: 'Error: a' }, { outcomes: 'FT' }],
  })
})

t.test('the first function that has to be stopped is the last one asked', async t => {
  const { gradings, stopped } = ask(['() => true', '() => { while (true) {} }', '() => true'], ['a'], 60)
  t.same(gradings, [{ outcomes: 'T' }])
  t.match(stopped, { letter: 'X', fresh: true })
  t.ok((stopped?.cpuMs ?? 0) > 0 && (stopped?.cpuMs ?? 0) < 5000, 'it says how long the thread was computing')
})

t.test('a function that was stopped starts afresh', async t => {
  const source = 'r => { while (r === "loop") {} return true }'
  t.match(ask([source], ['fine']), { gradings: [{ outcomes: 'T' }] })
  t.match(ask([source], ['loop'], 60), { stopped: { letter: 'X', fresh: false } })
  t.match(ask([source], ['loop'], 60), { stopped: { letter: 'X', fresh: true } })
  t.match(ask([source], ['fine']), { gradings: [{ outcomes: 'T' }] })
})

t.test('an isolate that took in an outsized text is not kept', async t => {
  const source = 'r => { while (r === "loop again") {} return r.length > 2 }'
  t.match(ask([source], ['ab']), { gradings: [{ outcomes: 'F' }] })
  t.match(ask([source], ['abc', 'x'.repeat(600_000)]), { gradings: [{ outcomes: 'TT' }] })
  t.match(ask([source], ['loop again'], 60), { stopped: { letter: 'X', fresh: true } })
})

t.test('a message cut in the middle of a character is mended', async t => {
  const { gradings } = ask(['() => { throw new Error("x".repeat(192) + "😀") }'], ['a'])
  t.match(gradings[0]?.message, /x\ufffd$/)
})
