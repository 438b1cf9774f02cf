import t from 'tap'
import { Ledger } from '../../lib/flow/ledger.ts'
import { type Context, place, reject, type Stage, stop } from '../../lib/flow/stage.ts'
import { visitor } from '../../lib/flow/visit.ts'
import { seeded } from '../../lib/random.ts'
import type { Envelope } from '../../lib/records/envelope.ts'
import { stageOf } from '../fixtures/flow.ts'

const { signal } = new AbortController()
const line = { source: 'queries.jsonl', line: 3, byte: 120 }
const parent: Envelope = { id: 'r', record: { query: 'Why?' }, raw: new Uint8Array([1]), place: line }

const visiting = <Out, Why extends string>(run: Stage<unknown, Out, Why>['run'], seed = '0') => {
  const ledger = new Ledger()
  const account = ledger.open('stage')
  const stage = stageOf(run, { name: 'stage', rejects: {} as Record<Why, string> })
  return { visit: visitor(stage, { seed, signal, ledger, account }), account, ledger }
}

const visit = async (run: Stage<unknown, unknown, string>['run']) => visiting(run).visit(parent)

t.test('one child bears its parent’s id, several bear it with their place', async t => {
  t.same(await visit(() => 'a'), { children: [{ id: 'r', record: 'a', place: line }] })
  t.same(await visit(async () => ['a', place('q7', 'b'), 'c']), {
    children: [
      { id: 'r.0', record: 'a', place: line },
      { id: 'r.q7', record: 'b', place: line },
      { id: 'r.2', record: 'c', place: line },
    ],
    stop: false,
  })
})

t.test('a record handed on as it came keeps the line it came in as; a changed one does not', async t => {
  t.equal((await visit(record => record)).children[0], parent)
  t.notOk('raw' in (await visit(() => ({ query: 'Why?' }))).children[0]!)
})

t.test('a refused record leaves as it came in, with stage and reason', async t => {
  t.same((await visit(() => reject('odd', { length: 1 }))).children, [
    { ...parent, refused: { stage: 'stage', why: 'odd', detail: { length: 1 }, failed: false } },
  ])
})

t.test('of a record refused in parts only the parts leave, each with an id of its own', async t => {
  const { children } = await visit(() => [reject('odd', undefined, 'first half'), 'second half'])
  t.same(children, [
    { id: 'r.0', record: 'first half', place: line, refused: { stage: 'stage', why: 'odd', failed: false } },
    { id: 'r.1', record: 'second half', place: line },
  ])
})

t.test('a stop may come alone or behind the last records', async t => {
  t.same(await visit(() => stop), { children: [], stop: true })
  t.match(await visit(() => ['a', stop]), { children: [{ id: 'r.0', record: 'a' }], stop: true })
})

t.test('the context: the record’s id, the run’s signal, numbers drawn from run, stage and record', async t => {
  const seen: Context[] = []
  const look = (_: unknown, context: Context) => {
    seen.push(context)
    return context.random()
  }
  const first = await visiting(look).visit(parent)
  t.match(seen, [{ id: 'r', signal }])
  t.same(first.children[0]?.record, seeded('0/stage/r')())
  t.same((await visiting(look).visit(parent)).children, first.children)
  t.notSame((await visiting(look, '1').visit(parent)).children, first.children)
  t.notSame((await visiting(look).visit({ ...parent, id: 's' })).children[0]?.record, first.children[0]?.record)
})

t.test('numbers drawn twice in one visit are two numbers', async t => {
  const { visit } = visiting((_, context) => [context.random(), context.random()])
  const { children } = await visit(parent)
  t.not(children[0]?.record, children[1]?.record)
})

t.test('every visit is booked once, whatever comes of it', async t => {
  const { visit, account, ledger } = visiting(async (value: unknown): Promise<never> => {
    throw value
  })
  await t.rejects(async () => visit({ id: 'e', record: new Error('later') }), { message: 'later' })
  t.match(account, { entered: 1, cancelled: 1 })
  const atOnce = visiting(() => {
    throw new Error('at once')
  })
  t.throws(() => atOnce.visit(parent), { message: 'at once' })
  t.match(atOnce.account, { entered: 1, cancelled: 1 })
  const nothing = visiting(() => [])
  t.throws(() => nothing.visit(parent), { code: 'AUTOIF_STAGE' })
  t.match(nothing.account, { entered: 1, cancelled: 1 })
  const stopping = visiting(() => stop)
  stopping.visit(parent)
  t.match(stopping.account, { entered: 1, cancelled: 1, kept: 0 })
  for (const books of [ledger, atOnce.ledger, nothing.ledger, stopping.ledger]) books.balance()
})
