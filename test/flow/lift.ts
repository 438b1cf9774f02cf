import t from 'tap'
import { from } from '../../lib/flow/recipe.ts'
import { run } from '../../lib/flow/run.ts'
import { reject, stop, type Wrap } from '../../lib/flow/stage.ts'
import type { Envelope } from '../../lib/records/envelope.ts'
import { Batch } from '../../lib/records/envelope.ts'
import { basket, counted, pause, stageOf } from '../fixtures/flow.ts'

const same = <T>(name: string) => stageOf<T, T>(value => value, { name })

t.test('every stage is wrapped, also one whose rows go aside; the first wrap is the outermost', async t => {
  const heard: string[] = []
  const saying =
    (word: string): Wrap =>
    stage => ({
      ...stage,
      run(record, context) {
        heard.push(`${word} ${stage.name}`)
        return stage.run(record, context)
      },
    })
  const recipe = from([1]).through(same('a')).tee(same('aside'), basket()).into(basket())
  await run(recipe, { wraps: [saying('outer'), saying('inner')] })
  t.same(heard, ['outer a', 'inner a', 'outer aside', 'inner aside'])
})

t.test('a wrap may change how many records are inside at once', async t => {
  const state = { under: 0, most: 0 }
  const slow = stageOf<number, number>(async value => {
    state.most = Math.max(state.most, ++state.under)
    await pause(2)
    state.under--
    return value
  })
  const wide: Wrap = stage => ({ ...stage, lanes: 3 })
  await run(from([1, 2, 3, 4, 5, 6]).through(slow).into(basket()), { wraps: [wide] })
  t.equal(state.most, 3)
})

t.test('rows that go aside keep the order of the stream, and their refusals leave where the record stood', async t => {
  const side = basket<number>()
  const rejects = basket<Envelope>()
  const main = basket<number>()
  const uneven = stageOf<number, number, 'three'>(
    async value => {
      await pause(5 - value)
      return value === 3 ? reject('three') : [value, value * 10]
    },
    { name: 'uneven', lanes: 8 },
  )
  const last = stageOf<number, number, 'four'>(value => (value === 4 ? reject('four') : value), { name: 'last' })
  const ledger = await run(from([1, 2, 3, 4]).tee(uneven, side).through(last).into(main), { rejects })
  t.same(side.rows, [1, 10, 2, 20, 4, 40])
  t.same(main.rows, [1, 2, 3])
  t.same(
    rejects.rows.map(({ refused }) => refused?.why),
    ['three', 'four'],
  )
  t.match(ledger.accounts[2], { stage: 'last', entered: 4 }, 'a refusal aside costs the stream nothing')
})

t.test('what another stream throws ends the run, and both sources are closed', async t => {
  const [above, other] = [counted(5), counted(5)]
  const boom = stageOf<number, number>(async value => {
    if (value === 2) throw new Error('boom')
    return value
  })
  const recipe = from(above.source)
    .join(from(other.source).through(boom), pull =>
      stageOf<number, unknown>(async () => (await pull())?.record ?? stop),
    )
    .into(basket())
  await t.rejects(run(recipe), { message: 'boom' })
  t.same([above.state.closed, other.state.closed], [true, true])
})

t.test('a stop below the meeting calls off both streams', async t => {
  const [above, other] = [counted(1000), counted(1000)]
  const sink = basket<unknown>()
  const recipe = from(above.source)
    .through(same('first'))
    .join(from(other.source, 'other').through(same('second')), pull =>
      stageOf<number, unknown>(async () => (await pull())?.record ?? stop),
    )
    .through(stageOf<unknown, unknown>(value => (value === 4 ? [value, stop] : value)))
    .into(sink)
  const ledger = await run(recipe)
  t.same(sink.rows, [0, 1, 2, 3, 4])
  t.same([above.state.closed, other.state.closed], [true, true])
  t.ok(above.state.asked < 20 && other.state.asked < 20)
  t.notOk(ledger.busy)
})

t.test('what was read ahead of a stop is no loss, whatever stands above it', async t => {
  const side = basket<number>()
  const wide = stageOf<number, number>(
    async value => {
      await pause(value === 3 ? 5 : 1)
      return value
    },
    { lanes: 8 },
  )
  const stopping = stageOf<number, number>(value => (value === 3 ? [value, stop] : value), { name: 'stopping' })
  const sink = basket<number>()
  const recipe = from(counted(100).source)
    .through(wide)
    .tee(same<number>('aside'), side)
    .through(wide)
    .through(stopping)
  await run(recipe.tee(same('below'), basket()).into(sink))
  t.same(sink.rows, [0, 1, 2, 3])
  t.same(side.rows.slice(0, 4), [0, 1, 2, 3])
})

t.test('when the main stream ends first, what the other one read ahead is no loss', async t => {
  const sink = basket<unknown>()
  const recipe = from([1, 2])
    .join(from([10, 20, 30, 40, 50]).through(stageOf<number, number>(async value => value, { lanes: 3 })), pull =>
      stageOf<number, unknown>(async () => (await pull())?.record ?? stop),
    )
    .into(sink)
  await run(recipe)
  t.same(sink.rows, [10, 20])
})

t.test(
  'when a stop below cuts the other stream off among refused records, what it had read ahead is no loss',
  async t => {
    const refused = { stage: 'read', why: 'no-query', failed: false }
    const trains = Array.from({ length: 20 }, (_, at) => [
      { id: `${at}`, record: at },
      ...Array.from({ length: 7 }, (_, bad) => ({ id: `${at} ${bad}`, record: bad, refused })),
    ])
    for (let enough = 0; enough < 12; enough++) {
      const sink = basket<unknown>()
      const recipe = from(counted(1000).source)
        .join(
          from<number>([new Batch(trains.flat())], 'queries')
            .through(same('screen'))
            .through(same('speaks')),
          pull =>
            stageOf<number, unknown>(
              async () => {
                const two = [(await pull())?.record, (await pull())?.record].filter(one => one !== undefined)
                return two.length === 2 ? two : [...two, stop]
              },
              { name: 'pair' },
            ),
        )
        .through(
          stageOf<unknown, unknown>(
            async value => {
              await pause(1)
              return value === enough ? [value, stop] : value
            },
            { lanes: 3 },
          ),
        )
        .into(sink)
      await run(recipe)
      t.same(
        sink.rows,
        Array.from({ length: enough + 1 }, (_, at) => at),
      )
    }
  },
)

t.test('where nothing comes to a meeting, what was refused on the other way is still told', async t => {
  const refused = { stage: 'read', why: 'html', failed: false }
  const trainOf = (...ids: string[]) => new Batch(ids.map(id => ({ id, record: id, ...(id < 'm' ? { refused } : {}) })))
  const meeting = (pull: () => Promise<unknown>) =>
    stageOf<string, string>(async letter => ((await pull()) ? letter : stop), { name: 'meeting' })
  const told = async (main: readonly string[], ...trains: Batch[]) => {
    const rejects = basket<Envelope>()
    const other = from<string>(trains, 'other').through(same('second'))
    const ledger = await run(from(main).through(same('first')).join(other, meeting).into(basket()), { rejects })
    return [rejects.rows.map(({ id }) => id), ledger.accounts.find(({ stage }) => stage === 'other')?.entered]
  }
  t.same(await told([], trainOf('a', 'b'), trainOf('c')), [['a', 'b', 'c'], 3])
  t.same((await told([], trainOf('a'), trainOf('b', 'z', 'c'), trainOf('d')))[0], ['a', 'b'], 'up to what is live')
  t.same(await told([]), [[], 0])
})

t.test('an account is kept for every source and stage, in the order of the recipe', async t => {
  const other = from([1], 'queries').through(same('screen'))
  const ledger = await run(
    from([1], 'seeds')
      .through(same('ask'))
      .join(other, pull => stageOf(async () => (await pull())?.record ?? stop, { name: 'pair' }))
      .tee(same('aside'), basket())
      .through(same('last'))
      .into(basket()),
  )
  t.same(
    ledger.accounts.map(({ stage }) => stage),
    ['seeds', 'ask', 'queries', 'screen', 'pair', 'aside', 'last'],
  )
})

t.test('what is refused on the way to a meeting leaves at once, however much it is', async t => {
  const { promise, resolve: release } = Promise.withResolvers<void>()
  const refused = { stage: 'screen', why: 'too-short', failed: false }
  const trainOf = (count: number): Batch =>
    new Batch(Array.from({ length: count }, (_, at) => ({ id: `${at}`, record: at, refused })))
  const other = async function* (): AsyncGenerator<Batch> {
    for (let at = 0; at < 20; at++) yield trainOf(10_000)
    await promise
  }
  const rejects = basket()
  const sink = basket<string>()
  const meeting = (pull: () => Promise<unknown>) =>
    stageOf<string, string>(async letter => ((await pull()) ? letter : stop))
  const running = run(from(['a']).join(from<number>(other()), meeting).into(sink), { rejects })
  while (rejects.rows.length < 200_000) await new Promise(setImmediate)
  release()
  await running
  t.equal(rejects.rows.length, 200_000)
  t.same(sink.rows, [])
})

t.test('an abort also ends a meeting whose refusals nobody takes any more', async t => {
  const stopper = new AbortController()
  const refused = { stage: 'screen', why: 'too-short', failed: false }
  const other = async function* (): AsyncGenerator<Batch> {
    for (;;) yield new Batch([{ id: 'a', record: 1, refused }])
  }
  const rejects = basket(async () => {
    stopper.abort(new Error('enough'))
    await new Promise(setImmediate)
  })
  const meeting = (pull: () => Promise<unknown>) =>
    stageOf<string, string>(async letter => ((await pull()) ? letter : stop))
  const recipe = from(['a']).join(from<number>(other()), meeting).into(basket<string>())
  await t.rejects(run(recipe, { rejects, signal: stopper.signal }), { message: 'enough' })
})
