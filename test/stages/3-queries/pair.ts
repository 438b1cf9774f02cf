import t from 'tap'
import { stop } from '../../../lib/flow/stage.ts'
import { pair } from '../../../lib/stages/3-queries/pair.ts'
import { validated } from '../../fixtures/cast.ts'
import { visit } from '../../fixtures/visit.ts'

/** Queries q0, q1, … in order, and how many were taken. */
const queue = (count: number) => {
  const state = { taken: 0 }
  const pull = async () => {
    if (state.taken === count) return undefined
    const at = state.taken++
    return { id: `q${at}`, record: { query: `Query ${at}?` } }
  }
  return { pull, state }
}

t.test('an instruction takes 16 queries in order and leaves the others', async t => {
  const { pull, state } = queue(100)
  const tasks = (await visit(pair({ pull }), validated)) as unknown as { place: string; record: { query: string } }[]
  t.equal(state.taken, 16)
  t.same(
    tasks.map(({ place }) => place),
    Array.from({ length: 16 }, (_, at) => `q${at}`),
  )
  t.same(
    tasks.map(({ record }) => record.query),
    Array.from({ length: 16 }, (_, at) => `Query ${at}?`),
  )
})

t.test('the next instruction goes on where the last one stopped', async t => {
  const stage = pair({ pull: queue(10).pull, queries: 2 })
  t.match(await visit(stage, validated), [{ place: 'q0' }, { place: 'q1' }])
  t.match(await visit(stage, validated), [{ place: 'q2' }, { place: 'q3' }])
})

t.test('a task is the instruction’s record with the query and a prompt that holds both', async t => {
  const [task] = (await visit(pair({ pull: queue(1).pull, queries: 1 }), validated)) as unknown as [
    { record: { prompt: string } },
  ]
  const { prompt, ...rest } = task.record
  t.strictSame(rest, { ...validated, query: 'Query 0?' })
  t.match(prompt, validated.instruction)
  t.match(prompt, 'Query 0?')
})

t.test('the last queries are used, and then nothing more is wanted', async t => {
  const stage = pair({ pull: queue(3).pull, queries: 2 })
  t.match(await visit(stage, validated), [{ place: 'q0' }, { place: 'q1' }])
  const [last, end, ...more] = (await visit(stage, validated)) as unknown as unknown[]
  t.match(last, { place: 'q2' })
  t.equal(end, stop)
  t.same(more, [])
  t.strictSame(await visit(stage, validated), [stop])
})

t.test('queries that end with an instruction’s share do not end the flow yet', async t => {
  const tasks = (await visit(pair({ pull: queue(2).pull, queries: 2 }), validated)) as unknown as unknown[]
  t.notOk(tasks.includes(stop))
})

t.test('one instruction at a time, so that queries are dealt out in order', async t => {
  t.match(pair({ pull: queue(0).pull }), { lanes: 1, rejects: {} })
})

t.test('several instructions have no prompt, as each turn asks its own', async t => {
  const composed = { instruction: 'One. Two.', composedOf: [validated, validated], turns: [1, 1] }
  const [task] = (await visit(pair({ pull: queue(1).pull, queries: 1 }), composed)) as unknown as [{ record: object }]
  t.strictSame(task.record, { ...composed, query: 'Query 0?' })
})
