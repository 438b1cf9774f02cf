import t from 'tap'
import { from } from '../../lib/flow/recipe.ts'
import { run } from '../../lib/flow/run.ts'
import { stop } from '../../lib/flow/stage.ts'
import { gated } from '../../lib/wraps/gated.ts'
import { basket, counted, pause, stageOf } from '../fixtures/flow.ts'

t.test('what has entered the gate is finished, in order and to its end, and nothing enters any more', async t => {
  const drain = new AbortController()
  const sink = basket<number>()
  const began: Record<string, number> = { above: 0, gate: 0, below: 0 }
  const slow = (name: string, lanes: number) =>
    stageOf<number, number>(
      async value => {
        if (++began[name]! === 4 && name === 'gate') drain.abort()
        // The first answers last.
        await pause(Math.max(1, 20 - value))
        return value
      },
      { name, lanes },
    )
  const recipe = from(Array.from({ length: 100 }, (_, at) => at))
    .through(slow('above', 8))
    .through(slow('gate', 3))
    .through(slow('below', 2))
    .into(sink)
  const ledger = await run(recipe, { wraps: [gated('gate', drain.signal)], drain: drain.signal })
  t.same(sink.rows, [0, 1, 2, 3])
  t.equal(began.gate, 4)
  t.equal(began.below, 4)
  t.ok((began.above ?? 0) < 30, 'above it nothing more is begun either')
  t.equal(sink.closed, false)
  t.equal(ledger.rows, 4)
})

t.test('a stage that pulls finishes the one it is at, with what has come to it', async t => {
  const drain = new AbortController()
  const sink = basket<string>()
  const queries = from(counted(1000).source, 'queries').through(stageOf<number, number>(async one => one))
  const recipe = from(['a', 'b', 'c'])
    .cycled()
    .join(queries, pull =>
      stageOf<string, string>(
        async one => {
          const rows: (string | typeof stop)[] = []
          for (let next = await pull(); next; next = rows.length < 3 ? await pull() : undefined) {
            rows.push(`${one}${next.record}`)
            if (rows.length === 2 && one === 'b') drain.abort()
          }
          return rows.length < 3 ? [...rows, stop] : rows
        },
        { name: 'pair' },
      ),
    )
    .into(sink)
  await run(recipe, { wraps: [gated('pair', drain.signal)], drain: drain.signal })
  t.same(sink.rows.slice(0, 5), ['a0', 'a1', 'a2', 'b3', 'b4'])
  t.ok(sink.rows.length <= 6)
})

t.test('without a signal it lets everything pass', async t => {
  const sink = basket<number>()
  const stage = stageOf<number, number>(value => value, { name: 'gate' })
  await run(from([1, 2, 3]).through(stage).into(sink), { wraps: [gated('gate', new AbortController().signal)] })
  t.same(sink.rows, [1, 2, 3])
})
