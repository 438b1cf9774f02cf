import t from 'tap'
import { AutoifError } from '../../lib/errors.ts'
import { from } from '../../lib/flow/recipe.ts'
import { run } from '../../lib/flow/run.ts'
import { place, reject, stop } from '../../lib/flow/stage.ts'
import { Batch, type Envelope } from '../../lib/records/envelope.ts'
import { basket, counted, pause, reasons, stageOf } from '../fixtures/flow.ts'

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at)

t.test('what goes in comes out, in order, at any width and however long each takes', async t => {
  for (const lanes of [1, 3, 16]) {
    const sink = basket<number>()
    const slow = stageOf<number, number>(
      async value => {
        await pause((value * 7) % 5)
        return value * 2
      },
      { lanes },
    )
    await run(from(numbers(60)).through(slow).into(sink))
    t.same(
      sink.rows,
      numbers(60).map(value => value * 2),
      `${lanes} lanes`,
    )
    t.equal(sink.closed, true)
  }
})

t.test('nothing is read that nobody has room for: a slow sink is read ahead by the sum of the widths', async t => {
  const { source, state } = counted(1000)
  let behind = 0
  const quick = (lanes: number) => stageOf<number, number>(async value => value, { lanes })
  const sink = basket<number>(async () => {
    await pause(2)
    behind = Math.max(behind, state.asked - sink.rows.length)
  })
  const drain = new AbortController()
  setTimeout(() => drain.abort(), 300)
  await run(from(source).through(quick(4)).through(quick(8)).through(quick(1)).into(sink), { drain: drain.signal })
  t.ok(sink.rows.length > 20)
  t.ok(behind <= 4 + 8 + 1 + 2, `read ${behind} ahead`)
})

t.test('refused and failed records leave in the order of the stream, with stage, reason and record', async t => {
  const sink = basket<number>()
  const rejects = basket<Envelope>()
  const picky = stageOf<number, number, 'odd'>(
    async value => {
      await pause(5 - (value % 5))
      return value % 2 ? reject('odd', { value }) : value
    },
    { name: 'picky', lanes: 8, rejects: { odd: 'is odd' } },
  )
  const ledger = await run(from(numbers(20)).through(picky).into(sink), { rejects })
  t.same(
    sink.rows,
    numbers(20).filter(value => value % 2 === 0),
  )
  t.same(
    rejects.rows.map(({ record }) => record),
    numbers(20).filter(value => value % 2 === 1),
  )
  t.match(rejects.rows[0], { refused: { stage: 'picky', why: 'odd', detail: { value: 1 }, failed: false } })
  t.match(ledger.accounts[1], { stage: 'picky', entered: 20, kept: 10, rejected: 10, failed: 0, reasons: { odd: 10 } })
})

t.test('a tee writes its rows to the side and lets the record go on', async t => {
  const main = basket<number>()
  const side = basket<string>()
  const halves = stageOf<number, string, 'odd'>(value => (value % 2 ? reject('odd') : `${value / 2}`), {
    name: 'halves',
  })
  const ledger = await run(from(numbers(6)).tee(halves, side).into(main))
  t.same(main.rows, numbers(6))
  t.same(side.rows, ['0', '1', '2'])
  t.equal(side.closed, true)
  t.equal(ledger.refused, 3)
})

t.test('a stop ends the flow in order and calls off what is above it', async t => {
  const { source, state } = counted(1000)
  const aborted: number[] = []
  const above = stageOf<number, number>(
    async (value, { signal }) => {
      if (value < 5) return value
      await new Promise(resolve => signal.addEventListener('abort', resolve))
      aborted.push(value)
      signal.throwIfAborted()
      return value
    },
    { name: 'above', lanes: 4 },
  )
  const three = stageOf<number, number>(value => (value < 3 ? value : [value * 10, stop]), { name: 'three' })
  const below = stageOf<number, number>(
    async (value, { signal }) => {
      await pause(5)
      t.notOk(signal.aborted, 'what is below goes on')
      return value
    },
    { name: 'below' },
  )
  const sink = basket<number>()
  const ledger = await run(from(source).through(above).through(three).through(below).into(sink))
  t.same(sink.rows, [0, 1, 2, 30])
  t.ok(state.closed, 'the source is closed')
  t.notOk(ledger.busy)
})

t.test(
  'two streams meet: pulling holds the other back, its refused records are kept, known ones come again',
  async t => {
    const { source, state } = counted(7)
    const small = stageOf<number, number, 'unlucky'>(value => (value === 4 ? reject('unlucky') : value), {
      name: 'small',
      rejects: { unlucky: '' },
    })
    const sink = basket<string>()
    const rejects = basket<Envelope>()
    const recipe = from(['a', 'b'])
      .cycled()
      .join(from(source).through(small), pull =>
        stageOf<string, string>(async letter => {
          const next = await pull()
          if (!next) return stop
          t.ok(state.asked <= next.record + 2, 'only what was asked for is read')
          return [place(next.id, `${letter}${next.record}`)]
        }),
      )
      .into(sink)
    await run(recipe, { rejects })
    t.same(sink.rows, ['a0', 'b1', 'a2', 'b3', 'a5', 'b6'])
    t.same(reasons(rejects.rows), ['unlucky'])
  },
)

t.test('a cycle of nothing ends', async t => {
  const sink = basket<string>()
  await run(from<string>([]).cycled().into(sink))
  t.same(sink.rows, [])
})

t.test('draining ends the source while it waits, and lets what is under way finish', async t => {
  const drain = new AbortController()
  const sink = basket<number>()
  const never = async function* (): AsyncGenerator<number> {
    yield 1
    setTimeout(() => drain.abort(), 5)
    yield new Promise<number>(() => {})
  }
  const slow = stageOf<number, number>(async value => {
    await pause(20)
    return value
  })
  await run(from(never()).through(slow).into(sink), { drain: drain.signal })
  t.same(sink.rows, [1])
  t.equal(sink.closed, false, 'the sink knows that this is not all')
})

t.test('an abort ends at once with its reason, also while the source waits', async t => {
  const stopper = new AbortController()
  const waiting = async function* (): AsyncGenerator<number> {
    setTimeout(() => stopper.abort(new Error('enough')), 5)
    yield new Promise<number>(() => {})
  }
  const sink = basket<number>()
  await t.rejects(run(from(waiting()).into(sink), { signal: stopper.signal }), { message: 'enough' })
  t.equal(sink.closed, false)
})

t.test('what a source, a stage or a sink throws ends the run, and all ends are closed', async t => {
  const { source, state } = counted(10)
  const boom = stageOf<number, number>(
    async value => {
      if (value === 3) throw new Error('boom')
      return value
    },
    { lanes: 2 },
  )
  const sink = basket<number>()
  await t.rejects(run(from(source).through(boom).into(sink)), { message: 'boom' })
  t.same(sink.rows, [0, 1, 2], 'what came before is written')
  t.ok(state.closed)
  t.equal(sink.closed, false)

  const torn = async function* (): AsyncGenerator<number> {
    yield 1
    throw new Error('torn')
  }
  await t.rejects(run(from(torn()).into(basket())), { message: 'torn' })
  await t.rejects(run(from([1]).into(basket(async () => Promise.reject(new Error('full'))))), { message: 'full' })
})

t.test('a stage that yields an empty list is told so, because the record would be lost', async t => {
  const empty = stageOf<number, number>(() => [], { name: 'empty' })
  const error = await run(from([1]).through(empty).into(basket())).catch((error: unknown) => error)
  t.ok(AutoifError.is(error))
  t.match(error, { code: 'AUTOIF_STAGE', message: /empty yielded nothing/ })
})

t.test('a train longer than the window passes a stage that settles at once', async t => {
  const sink = basket<number>()
  const train = new Batch(numbers(5000).map(record => ({ id: `${record}`, record })))
  const same = stageOf<number, number>(value => value, { cost: 'free' })
  await run(from<number>([train, train]).through(same).through(same).into(sink))
  t.equal(sink.rows.length, 10_000)
})
