import t from 'tap'
import { from } from '../../lib/flow/recipe.ts'
import { run } from '../../lib/flow/run.ts'
import { reject, stop } from '../../lib/flow/stage.ts'
import type { Envelope } from '../../lib/records/envelope.ts'
import { basket, counted, stageOf } from '../fixtures/flow.ts'

/** Hands on so many records and then wants no more. */
const take = (count: number) => {
  let taken = 0
  return stageOf<number, number>(value => (++taken === count ? [value, stop] : value), { name: 'take' })
}

t.test('known records come again in the same order, refused ones come once', async t => {
  const sink = basket<number>()
  const rejects = basket<Envelope>()
  const odd = stageOf<number, number, 'even'>(value => (value % 2 ? value : reject('even')))
  const ledger = await run(from([1, 2, 3]).through(odd).cycled().through(take(5)).into(sink), { rejects })
  t.same(sink.rows, [1, 3, 1, 3, 1])
  t.equal(rejects.rows.length, 1)
  t.equal(ledger.accounts.find(({ stage }) => stage === 'take')?.entered, 5, 'what came again is booked below')
})

t.test('a record that comes again bears the id it had', async t => {
  const ids: string[] = []
  const look = stageOf<number, number>((value, { id }) => {
    ids.push(id)
    return value
  })
  await run(from([1, 2]).cycled().through(look).through(take(4)).into(basket()))
  t.same(ids.slice(2, 4), ids.slice(0, 2))
})

t.test('what is above is asked no more often than it has records', async t => {
  const { source, state } = counted(2)
  await run(from(source).cycled().through(take(7)).into(basket()))
  t.equal(state.asked, 2)
})

t.test('when nobody wants more before the end, nothing comes again', async t => {
  const { source, state } = counted(1000)
  const sink = basket<number>()
  await run(from(source).cycled().through(take(3)).into(sink))
  t.same(sink.rows, [0, 1, 2])
  t.ok(state.asked < 10)
})

t.test('what is thrown above the cycle ends the run', async t => {
  const boom = stageOf<number, number>(async value => {
    if (value === 2) throw new Error('boom')
    return value
  })
  await t.rejects(run(from([1, 2, 3]).through(boom).cycled().through(take(9)).into(basket())), { message: 'boom' })
})
