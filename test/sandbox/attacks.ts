import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import t from 'tap'
import { openSandbox } from '../../lib/sandbox/open-sandbox.ts'

const folder = new URL('../../fixtures/verifiers/', import.meta.url)

// What each program of fixtures/verifiers may come to on either input. Where several letters stand, the same bomb meets the
// clock, the limit of the heap or the watch on the child first, as fast as the machine is.
const expected: Record<string, string> = {
  'infinite-loop': 'X',
  'loop-at-top-level': 'X',
  'loop-that-swallows': 'X',
  'catastrophic-regex': 'X',
  'promise-loop': 'XM',
  'async-loop': 'XM',
  'endless-recursion': 'E',
  'includes-on-huge-array-like': 'C',
  'array-from-1e9': 'XMC',
  'huge-bigint-to-string': 'XC',
  'regex-of-300000-alternatives': 'XC',
  'object-with-ten-million-keys': 'XMC',
  'array-fill-1e9': 'XMC',
  'growing-array': 'XMC',
  'growing-map': 'XMC',
  'growing-string': 'EXMC',
  'growing-buffers': 'EXMC',
  'split-256-million': 'XMC',
  '500-mb-string': 'OM',
  '100-mb-message': 'EXM',
  'deep-json': 'TEM',
  'deep-parentheses': 'E',
  'wasm-memory': 'E',
  'atomics-wait': 'E',
  'getter-on-returned-object': 'O',
  'returned-proxy': 'O',
  'returned-promise': 'O',
  'returned-word': 'O',
  'throws-proxy': 'X',
  'throws-nothing': 'E',
  'looping-message-getter': 'X',
  'looping-stack-getter': 'E',
  'rejects-looping-getter': 'T',
  'prepare-stack-trace': 'E',
  'call-sites': 'F',
  'constructor-escape': 'F',
  'dynamic-import': 'O',
  'static-import': 'L',
  'requires-fs': 'L',
  'reads-process': 'E',
  fetches: 'E',
  'poisons-prototype': 'F',
  'forged-letters': 'E',
  'closure-state': 'T',
  'global-state': 'T',
}

const inputs = ['one and the same', 'four']
const healthy = `function evaluate(response) {
  const words = new Map(response.split(/\\s+/).map((word, at) => [word, at]))
  return words.size > 2 && response.includes('same') && [...words.keys()].slice(0, 1).every(word => /^one$/.test(word))
}`

t.test('every program in fixtures/verifiers is run here', async t => {
  const there = globSync('*.js', { cwd: folder }).map(file => basename(file, '.js'))
  t.same(there.sort(), [...Object.keys(expected), 'loop-on-one-response'].sort())
})

const attackOf = (name: string): string => readFileSync(new URL(`${name}.js`, folder), 'utf8')
const fits = (name: string): RegExp => new RegExp(`^[${expected[name]}]{2}$`)
const killing = Object.keys(expected).filter(name => expected[name]?.includes('C'))
const harmless = Object.keys(expected).filter(name => !killing.includes(name))

t.test('a verifier that attacks hurts only itself', async t => {
  const sandbox = await openSandbox({ threads: 2, timeoutMs: 100, graceMs: 300 })
  t.teardown(() => sandbox.close())

  for (const name of harmless) {
    await t.test(name.replaceAll('-', ' '), async t => {
      const [attacked, beside] = await sandbox.grade([attackOf(name), healthy], inputs)
      t.match(attacked?.outcomes, fits(name), attacked?.message ?? name)
      t.same(beside, { outcomes: 'TF' }, 'the verifier beside it is right')
      t.same(await sandbox.grade([healthy], inputs), [{ outcomes: 'TF' }], 'the sandbox goes on')
    })
  }

  // All in one call, because each of them costs a child process or two.
  await t.test('those that take the process down, all at once', async t => {
    const gradings = await sandbox.grade([healthy, ...killing.flatMap(name => [attackOf(name), healthy])], inputs)
    for (const [at, name] of killing.entries()) {
      const { outcomes, message } = gradings[at * 2 + 1] ?? {}
      t.match(outcomes, fits(name), `${name}: ${message}`)
    }
    for (const { outcomes } of gradings.filter((_, at) => at % 2 === 0))
      t.equal(outcomes, 'TF', 'a verifier beside them is right')
    t.same(await sandbox.grade([healthy], inputs), [{ outcomes: 'TF' }], 'the sandbox goes on')
    t.ok(sandbox.tally.restarts > 0 && sandbox.tally.quarantined.length > 0)
  })
})
