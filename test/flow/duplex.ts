import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import t from 'tap'
import { asDuplex, stageDuplex } from '../../lib/flow/duplex.ts'
import { from } from '../../lib/flow/recipe.ts'
import { reject } from '../../lib/flow/stage.ts'
import type { Envelope } from '../../lib/records/envelope.ts'
import { basket, pause, stageOf } from '../fixtures/flow.ts'

const double = stageOf<number, number>(async value => value * 2, { lanes: 4 })

const gather = (rows: unknown[], wait = 0): Writable =>
  new Writable({
    objectMode: true,
    highWaterMark: 1,
    write(row, _encoding, done) {
      rows.push(row)
      wait ? setTimeout(done, wait) : done()
    },
  })

t.test('a recipe stands in a pipeline like any other stream', async t => {
  const rows: number[] = []
  const duplex = asDuplex<number, number>((source, sink) => from(source).through(double).into(sink))
  await pipeline(Readable.from([1, 2, 3, 4, 5]), duplex, gather(rows))
  t.same(rows, [2, 4, 6, 8, 10])
})

t.test('one stage stands in a pipeline, its refusals go aside', async t => {
  const rows: number[] = []
  const rejects = basket<Envelope>()
  const odd = stageOf<number, number, 'even'>(value => (value % 2 ? value : reject('even')))
  await pipeline(Readable.from([1, 2, 3]), stageDuplex(odd, { rejects }), gather(rows))
  t.same(rows, [1, 3])
  t.same(
    rejects.rows.map(({ record }) => record),
    [2],
  )
})

t.test('a slow reader holds the writer back', async t => {
  let asked = 0
  const source = Readable.from(
    (async function* () {
      while (asked < 500) yield asked++
    })(),
    { highWaterMark: 1 },
  )
  const rows: number[] = []
  const working = pipeline(source, stageDuplex(double), gather(rows, 5))
  await pause(150)
  t.ok(asked - rows.length < 20, `${asked - rows.length} read ahead`)
  source.destroy(new Error('enough'))
  await t.rejects(working, { message: 'enough' })
})

t.test('an error in a stage fails the pipeline', async t => {
  const broken = stageOf<number, number>(async () => Promise.reject(new Error('boom')))
  await t.rejects(pipeline(Readable.from([1]), stageDuplex(broken), gather([])), { message: 'boom' })
})
