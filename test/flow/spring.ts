import t from 'tap'
import { Ledger } from '../../lib/flow/ledger.ts'
import { pulled } from '../../lib/flow/pull.ts'
import { from, type Source } from '../../lib/flow/recipe.ts'
import { run } from '../../lib/flow/run.ts'
import { spring } from '../../lib/flow/spring.ts'
import { Batch, type Envelope } from '../../lib/records/envelope.ts'
import { basket, stageOf } from '../fixtures/flow.ts'

const opened = (source: Source<unknown>, drain = new AbortController().signal) => {
  const ledger = new Ledger()
  const account = ledger.open('read')
  return { ...spring(source, { drain, ledger, account }), account }
}

const all = async (source: Source<unknown>): Promise<Envelope[]> => {
  const { stream } = opened(source)
  const found: Envelope[] = []
  for (let train = await pulled(stream); train; train = await pulled(stream)) found.push(...train)
  return found
}

t.test('an id is born from the record’s content, so it is the same wherever the record stands', async t => {
  const [a, b] = [{ query: 'Why?' }, { query: 'How?' }]
  const ids = (envelopes: Envelope[]) => envelopes.map(({ id }) => id)
  const [first, second] = ids(await all([a, b]))
  t.same(ids(await all([b, a])), [second, first])
  t.not(first, second)
})

t.test('a repeat gets an id of its own', async t => {
  const [one, other, third] = await all(['same', 'same', 'same'])
  t.equal(new Set([one?.id, other?.id, third?.id]).size, 3)
  t.ok(other?.id.startsWith(`${one?.id}@`))
})

t.test('a door’s batch comes as it is: with its own ids, places and refused lines, and booked as such', async t => {
  const refused = { stage: 'read', why: 'bad-json', failed: false }
  const batch = new Batch([
    { id: 'a', record: 1, place: { source: '-', line: 1, byte: 0 } },
    { id: 'b', record: '{', refused },
    { id: 'c', record: 3 },
  ])
  const { stream, account } = opened([batch, new Batch([])])
  t.equal(await pulled(stream), batch.envelopes)
  t.same(await pulled(stream), [])
  t.equal(await pulled(stream), undefined)
  t.match(account, { entered: 3, kept: 2, rejected: 1, out: 2, reasons: { 'bad-json': 1 } })
})

t.test('a source is asked only when somebody pulls, and stays dry once it has ended', async t => {
  let asked = 0
  const source = { [Symbol.iterator]: () => ({ next: () => ({ done: ++asked > 1, value: 'a' }) }) }
  const { stream } = opened(source as Source<string>)
  await new Promise(setImmediate)
  t.equal(asked, 0)
  t.match(await pulled(stream), [{ record: 'a' }])
  t.equal(await pulled(stream), undefined)
  t.equal(asked, 2)
})

t.test('a drain that fired before the first pull leaves the source unread', async t => {
  const { stream } = opened(
    {
      [Symbol.iterator]: () => {
        return { next: () => t.fail('was read') as never }
      },
    },
    AbortSignal.abort(),
  )
  t.equal(await pulled(stream), undefined)
})

t.test('closing a spring ends the generator it reads from', async t => {
  let ended = false
  const source = function* () {
    try {
      yield 1
      yield 2
    } finally {
      ended = true
    }
  }
  const { stream, close } = opened(source())
  await pulled(stream)
  close()
  t.ok(ended)
})

const ask = stageOf<unknown, unknown>(async value => value, { lanes: 2 })

t.test('what a generator throws that is not asynchronous ends the run, too', async t => {
  const torn = function* () {
    yield 1
    throw new Error('torn')
  }
  await t.rejects(run(from<unknown>(torn()).through(ask).into(basket())), { message: 'torn' })
})

t.test('a record that cannot be put into JSON ends the run with an error', async t => {
  await t.rejects(run(from<unknown>([{ big: 1n }]).into(basket())), TypeError)
})
