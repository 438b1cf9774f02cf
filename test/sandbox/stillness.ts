import { runInNewContext } from 'node:vm'
import t from 'tap'
import { instant, stillness } from '../../lib/sandbox/stillness.ts'

const still = (source: string): unknown => {
  const code = `const restart = (${stillness})(${instant}); JSON.stringify((() => { ${source} })())`
  return JSON.parse(runInNewContext(code) as string)
}

t.test('the clock stands', async t => {
  const asked = `return [Date.now(), +new Date(), Date(), new Intl.DateTimeFormat('en', { timeZone: 'UTC' }).format(),
    new Intl.DateTimeFormat('en', { timeZone: 'UTC' }).formatToParts()[0].value, new Intl.DateTimeFormat('en').resolvedOptions().locale]`
  const [now, made, text, ...formatted] = still(asked) as [number, number, string, ...string[]]
  t.same([now, made], [instant, instant])
  t.match(text, /^Mon Jan 01 2024/)
  t.same(formatted, ['1/1/2024', '1', 'en'])
})

t.test('dates that are given are dates as ever', async t => {
  const asked = `class Day extends Date {}
    return [new Date(5).getTime(), new Date(2020, 1, 2).getMonth(), Date.UTC(1970, 0, 1, 0, 0, 1), Date.parse('1970-01-01T00:00:02Z'),
      new Date() instanceof Date, new Date().constructor === Date, Date.name, new Day(7) instanceof Day, new Day(7).getTime(),
      new Intl.DateTimeFormat('en', { timeZone: 'UTC' }).format(0)]`
  t.same(still(asked), [5, 1, 1000, 2000, true, true, 'Date', true, 7, '1/1/1970'])
})

t.test('the dice fall the same way after every restart', async t => {
  const [first, second, again] = still(
    'const throws = [Math.random(), Math.random()]; restart(); return [...throws, Math.random()]',
  ) as number[]
  t.not(first, second)
  t.equal(first, again)
})

t.test('what the heap limit does not see, what waits and what talks is gone', async t => {
  const gone = ['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'WeakRef', 'FinalizationRegistry', 'Temporal']
  t.same(
    still(`return [${gone.map(name => `typeof ${name}`)}]`),
    gone.map(() => 'undefined'),
  )
  t.same(still('console.log("quiet"); return [Object.keys(globalThis).includes("console")]'), [false])
})
