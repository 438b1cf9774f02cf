import t from 'tap'
import { from } from '../../lib/flow/recipe.ts'
import { run } from '../../lib/flow/run.ts'
import { reject, stop } from '../../lib/flow/stage.ts'
import { Batch } from '../../lib/records/envelope.ts'
import { basket, pause, stageOf } from '../fixtures/flow.ts'

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at)

/** Waits until nothing moves any more. */
const still = async (count: () => number): Promise<void> => {
  for (let before = -1; before !== count(); ) {
    before = count()
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate)
  }
}

/** The first record is held back until told; the others settle in the next turn. */
const heldFirst = (lanes: number, of: (value: number) => unknown = value => value) => {
  const { promise, resolve: release } = Promise.withResolvers<void>()
  const state = { visited: 0, under: 0, most: 0 }
  const stage = stageOf<number, unknown>(
    async value => {
      state.visited++
      state.most = Math.max(state.most, ++state.under)
      await (value === 0 ? promise : undefined)
      state.under--
      return of(value)
    },
    { lanes },
  )
  return { stage, state, release }
}

t.test('one slow record does not idle the other lanes, and order is kept behind it', async t => {
  const { stage, state, release } = heldFirst(2)
  const sink = basket<unknown>()
  const running = run(from(numbers(200)).through(stage).into(sink))
  await still(() => state.visited)
  t.equal(state.visited, 200)
  t.same(sink.rows, [])
  release()
  await running
  t.same(sink.rows, numbers(200))
  t.equal(state.most, 2)
})

t.test('so many settle behind a slow record, 128 for each lane, and then the lanes stand still', async t => {
  const { stage, state, release } = heldFirst(2)
  const sink = basket<unknown>()
  const running = run(from(numbers(1000)).through(stage).into(sink))
  await still(() => state.visited)
  t.equal(state.visited, 256)
  release()
  await running
  t.same(sink.rows, numbers(1000))
})

t.test('fewer when they are long: 64 Mi characters may wait', async t => {
  const long = 'x'.repeat(2 ** 24)
  const { stage, state, release } = heldFirst(3, value => (value === 0 ? 'first' : long))
  const sink = basket<unknown>()
  const running = run(from(numbers(30)).through(stage).into(sink))
  await still(() => state.visited)
  t.ok(state.visited >= 5 && state.visited <= 1 + 4 + 3, `${state.visited} visited`)
  release()
  await running
  t.equal(sink.rows.length, 30)
})

t.test('a long train passes a stage that answers at once', async t => {
  const sink = basket<number>()
  const train = new Batch(numbers(1000).map(record => ({ id: `${record}`, record })))
  await run(
    from<number>([train])
      .through(stageOf<number, number>(value => value))
      .into(sink),
  )
  t.same(sink.rows, numbers(1000))
})

t.test('records refused above pass without a visit and without taking a lane', async t => {
  const { stage, state, release } = heldFirst(2)
  const odd = stageOf<number, number, 'odd'>(value => (value % 2 ? reject('odd') : value))
  const rejects = basket()
  const running = run(from(numbers(20)).through(odd).through(stage).into(basket()), { rejects })
  await still(() => state.visited)
  t.equal(state.visited, 10)
  release()
  await running
  t.equal(rejects.rows.length, 10)
})

t.test('what comes behind a stop is dropped, also what has settled already', async t => {
  const sink = basket<number>()
  const stopping = stageOf<number, number>(
    async value => {
      await pause(value === 1 ? 10 : 1)
      return value === 1 ? [value, stop] : value
    },
    { lanes: 4 },
  )
  await run(from(numbers(50)).through(stopping).into(sink))
  t.same(sink.rows, [0, 1])
})

const batchOf = (count: number) => new Batch(numbers(count).map(record => ({ id: `${record}`, record })))

t.test('a stop that settles behind a slower record, in the middle of a batch, ends the flow', async t => {
  const sink = basket<number>()
  const stopping = stageOf<number, number>(
    async value => {
      await pause(value === 0 ? 10 : 1)
      return value === 1 ? [value, stop] : value
    },
    { lanes: 2 },
  )
  await run(
    from<number>([batchOf(4)])
      .through(stopping)
      .into(sink),
  )
  t.same(sink.rows, [0, 1])
})

t.test('a stop ends the flow even when the source has nothing more to say for now', async t => {
  const sink = basket<number>()
  const idle = async function* (): AsyncGenerator<number> {
    yield 1
    yield new Promise<number>(() => {})
  }
  await run(
    from(idle())
      .through(stageOf<number, number>(async value => [value, stop], { lanes: 2 }))
      .into(sink),
  )
  t.same(sink.rows, [1])
})

t.test('a refusal whose detail holds itself may wait behind a slower record', async t => {
  const detail: Record<string, unknown> = {}
  detail.self = detail
  const rejects = basket()
  const circling = stageOf<number, number, 'odd'>(
    async value => {
      await pause(value === 0 ? 10 : 1)
      return value === 1 ? reject('odd', detail) : value
    },
    { lanes: 2 },
  )
  await run(from(numbers(3)).through(circling).into(basket()), { rejects })
  t.equal(rejects.rows.length, 1)
})

t.test('stages work side by side: a stage goes on to its next record while the one below is busy', async t => {
  const visited: number[] = []
  const quick = stageOf<number, number>(async value => {
    visited.push(value)
    return value
  })
  const { stage: busy, release } = heldFirst(1)
  const running = run(from(numbers(10)).through(quick).through(busy).into(basket()))
  await still(() => visited.length)
  t.same(visited, [0, 1])
  release()
  await running
  t.equal(visited.length, 10)
})
