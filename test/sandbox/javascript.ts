import { spawnSync } from 'node:child_process'
import ivm from 'isolated-vm'
import t from 'tap'
import { openJavascript } from '../../lib/sandbox/javascript.ts'

const run = (source: string, inputs: readonly string[], wallMs = 5000) => {
  const cell = openJavascript(source, 32)
  const said = cell.run(new ivm.ExternalCopy(inputs), wallMs)
  cell.dispose()
  return said
}

t.test('every spelling of a function is found', async t => {
  for (const source of [
    'function evaluate(response) { return response === "a" }',
    'const evaluate = response => response === "a"',
    'let evaluate = function (response) { return response === "a" };',
    'var evaluate = (response) => { return response === "a" } // a note',
    'evaluate = response => response === "a"',
    'export function evaluate(response) { return response === "a" }',
    'export const evaluate = response => response === "a"',
    'export default function evaluate(response) { return response === "a" }',
    'function evaluate(response) { return response === "a" }\nexport { evaluate };',
    'const evaluate = response => response === "a"\nexport default evaluate',
    'response => response === "a"',
    '(response) => { return response === "a" };\n',
    'function (response) { return response === "a" }',
    'export default response => response === "a"',
    '"use strict"\nconst wanted = "a"\nfunction evaluate(response) { return response === wanted }',
  ])
    t.equal(run(source, ['a', 'b']), 'TF', source)
})

t.test('the word export inside a text is left where it is', async t => {
  const source = 'const text = `\nexport const x`\nfunction evaluate() { return text.includes("export const") }'
  t.equal(run(source, ['a']), 'T')
})

t.test('what defines no function does not load, and says why', async t => {
  t.equal(run('const check = 5', ['a']), 'Lit defines no function named evaluate')
  t.match(run('function evaluate(response) { return (', ['a', 'b']), /^LLSyntaxError: /)
  t.match(run('import fs from "fs"\nfunction evaluate() { return true }', ['a']), /^LSyntaxError: .*import/)
})

t.test('texts arrive as they are', async t => {
  const odd = ['\u2028', '\ud800', '😀', 'a\0b', '', '\r\n', 'ü']
  for (const text of odd) t.equal(run(`r => r === ${JSON.stringify(text)}`, [text]), 'T', JSON.stringify(text))
})

t.test('a loop is stopped', async t => {
  t.same(run('() => { while (true) {} }', ['a'], 50), { stopped: 'X' })
})

t.test('a heap that grows is stopped, where it does not take the process along', async t => {
  const program = `import { spawnSync } from 'node:child_process'
import ivm from 'isolated-vm'
    import { openJavascript } from ${JSON.stringify(new URL('../../lib/sandbox/javascript.ts', import.meta.url).href)}
    const cell = openJavascript('() => { const kept = []; while (true) kept.push({}) }', 32)
    console.log(JSON.stringify(cell.run(new ivm.ExternalCopy(['a']), 60_000)))`
  // Now and then V8 ends the process instead, which is why there is one for verifiers alone.
  const once = () => spawnSync(process.execPath, ['--input-type=module', '--no-node-snapshot', '-e', program])
  let said = once()
  for (let more = 0; more < 4 && said.signal; more++) said = once()
  t.same(JSON.parse(`${said.stdout}`), { stopped: 'M' })
})

t.test('a promise left rejected carries nothing out', async t => {
  t.equal(run('() => { Promise.reject({ get message() { while (true) {} } }); return true }', ['a', 'b']), 'TT')
  t.equal(run('async () => { throw new Error("later") }', ['a']), 'O\0NT;')
})
