import t from 'tap'
import { from } from '../../lib/flow/recipe.ts'
import { run } from '../../lib/flow/run.ts'
import { entering } from '../../lib/wraps/entering.ts'
import { basket, counted, stageOf } from '../fixtures/flow.ts'

t.test('so many records go through a stage of any width, in order, and no more cost anything', async t => {
  const { source, state } = counted(1000)
  const sink = basket<number>()
  let cost = 0
  const dear = stageOf<number, number>(
    async value => {
      cost++
      // The first answers last.
      await new Promise(done => setTimeout(done, 20 - value))
      return value
    },
    { name: 'dear', lanes: 8 },
  )
  const other = stageOf<number, number>(value => value, { name: 'other' })
  await run(from(source).through(other).through(dear).into(sink), { wraps: [entering('dear', 5)] })
  t.same(sink.rows, [0, 1, 2, 3, 4])
  t.equal(cost, 5)
  t.ok(state.asked < 100, 'the source is not read to its end')
})

t.test('what never comes to that many ends by itself', async t => {
  const sink = basket<number>()
  const dear = stageOf<number, number>(value => value, { name: 'dear' })
  await run(from(counted(3).source).through(dear).into(sink), { wraps: [entering('dear', 5)] })
  t.same(sink.rows, [0, 1, 2])
})
