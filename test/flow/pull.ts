import t from 'tap'
import { Ledger } from '../../lib/flow/ledger.ts'
import { pulled, puller } from '../../lib/flow/pull.ts'
import type { Source } from '../../lib/flow/recipe.ts'
import { spring } from '../../lib/flow/spring.ts'
import { Batch } from '../../lib/records/envelope.ts'

const streamOf = (source: Source<unknown>) => {
  const ledger = new Ledger()
  return spring(source, { drain: new AbortController().signal, ledger, account: ledger.open('read') }).stream
}

const never = new AbortController().signal

const refused = { stage: 'screen', why: 'too-short', failed: false }
const trains = [
  new Batch([
    { id: 'a', record: 1 },
    { id: 'b', record: 2, refused },
    { id: 'c', record: 3 },
  ]),
  new Batch([{ id: 'd', record: 4, refused }]),
  new Batch([{ id: 'e', record: 5 }]),
]

t.test('trains come one by one, then nothing; what the stream throws is thrown', async t => {
  const stream = streamOf(trains)
  for (const { envelopes } of trains) t.equal(await pulled(stream), envelopes)
  t.equal(await pulled(stream), undefined)
  const torn = async function* (): AsyncGenerator<unknown> {
    yield await Promise.reject(new Error('torn'))
  }
  await t.rejects(pulled(streamOf(torn())), { message: 'torn' })
})

t.test('live records come one by one; refused ones are set aside where they were met', async t => {
  const { pull, aside, dry } = puller(streamOf(trains), never)
  const handedOn: string[] = []
  aside.handOn = async met => void handedOn.push(...met.map(({ id }) => id))
  const met = () => aside.met.map(({ id }) => id)
  t.match(await pull(), { id: 'a', record: 1 })
  t.same(met(), [])
  t.match(await pull(), { id: 'c', record: 3 })
  t.same(met(), ['b'])
  t.match(await pull(), { id: 'e', record: 5 })
  t.same(met(), [])
  t.same(handedOn, ['b', 'd'], 'and handed on when their train is over')
  t.notOk(dry())
  t.equal(await pull(), undefined)
  t.ok(dry())
})

t.test('who never pulls can have what was refused before the first live record', async t => {
  const [, second] = trains
  const ids = async (unmet: () => Promise<readonly { readonly id: string }[] | undefined>) => {
    const found: string[] = []
    for (let train = await unmet(); train; train = await unmet()) found.push(...train.map(({ id }) => id))
    return found
  }
  const late = puller(
    streamOf([second, new Batch([{ id: 'f', record: 6, refused }, ...trains[2]!.envelopes])] as Batch[]),
    never,
  )
  t.same(await ids(late.unmet), ['d', 'f'])
  t.notOk(late.dry())
  const none = puller(streamOf([second as Batch]), never)
  t.same(await ids(none.unmet), ['d'])
  t.ok(none.dry())
})

t.test('a stream that was cut off has not been read to its end', async t => {
  const cut = new AbortController()
  const { pull, dry } = puller(streamOf([]), cut.signal)
  cut.abort()
  t.equal(await pull(), undefined)
  t.notOk(dry())
})
