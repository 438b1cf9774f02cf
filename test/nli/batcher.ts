import { setTimeout as after } from 'node:timers/promises'
import t from 'tap'
import { batcher } from '../../lib/nli/batcher.ts'
import type { Pair } from '../../lib/nli/worker.ts'
import type { Label } from '../../lib/records/records.ts'

/** Answers by what the hypothesis says, and keeps what it was asked. */
const oracle = () => {
  const asked: (readonly Pair[])[] = []
  const ask = async (pairs: readonly Pair[]): Promise<Label[]> => {
    asked.push(pairs)
    await after(1)
    return pairs.map(([, hypothesis]) => hypothesis as Label)
  }
  return { asked, ask }
}

const three = ['neutral', 'contradiction', 'entailment'] as const

t.test('pairs asked together become one question, and everyone hears his own answer', async t => {
  const { ask, asked } = oracle()
  const { judge } = batcher(ask)
  t.same(await Promise.all(three.map(label => judge('premise', label))), three)
  t.equal(asked.length, 1)
})

t.test('a question has at most 64 pairs, and all get asked', async t => {
  const { ask, asked } = oracle()
  const { judge } = batcher(ask)
  const labels = await Promise.all(Array.from({ length: 150 }, (_, at) => judge(`${at}`, three[at % 3] as Label)))
  t.same(
    labels,
    Array.from({ length: 150 }, (_, at) => three[at % 3]),
  )
  t.same(
    asked.map(pairs => pairs.length),
    [64, 64, 22],
  )
})

t.test('one question is open at a time', async t => {
  let open = 0
  let most = 0
  const { judge } = batcher(async pairs => {
    most = Math.max(most, ++open)
    await after(1)
    open--
    return pairs.map(() => 'neutral')
  })
  await Promise.all(Array.from({ length: 200 }, (_, at) => judge('premise', `${at}`)))
  t.equal(most, 1)
})

t.test('equal pairs asked at the same time are judged once, later ones anew', async t => {
  const { ask, asked } = oracle()
  const { judge } = batcher(ask)
  t.same(await Promise.all([judge('p', 'neutral'), judge('p', 'neutral')]), ['neutral', 'neutral'])
  t.same(asked, [[['p', 'neutral']]])
  await judge('p', 'neutral')
  t.equal(asked.length, 2)
})

t.test('texts that only look alike when put together are different pairs', async t => {
  const { ask, asked } = oracle()
  const { judge } = batcher(ask)
  await Promise.all([judge('a","b', 'neutral'), judge('a', 'b","neutral')])
  t.equal(asked[0]?.length, 2)
})

t.test('an aborted ask is dropped before it is asked', async t => {
  const { ask, asked } = oracle()
  const { judge } = batcher(ask)
  const control = new AbortController()
  const dropped = judge('dropped', 'neutral', control.signal)
  const kept = judge('kept', 'neutral')
  control.abort(new Error('enough'))
  await t.rejects(dropped, { message: 'enough' })
  await t.rejects(judge('late', 'neutral', control.signal), { message: 'enough' })
  t.equal(await kept, 'neutral')
  t.same(asked, [[['kept', 'neutral']]])
})

t.test('who shares a pair with an aborted ask still gets the label', async t => {
  const { ask } = oracle()
  const { judge } = batcher(ask)
  const control = new AbortController()
  const dropped = judge('p', 'neutral', control.signal)
  const kept = judge('p', 'neutral')
  control.abort(new Error('enough'))
  await t.rejects(dropped, { message: 'enough' })
  t.equal(await kept, 'neutral')
})

t.test('a fault reaches all who asked, and the next question is asked again', async t => {
  let faulty = true
  const { judge } = batcher(async pairs => {
    if (faulty) throw new Error('broken')
    return pairs.map(() => 'neutral')
  })
  const both = await Promise.allSettled([judge('p', 'a'), judge('p', 'b')])
  t.match(both, [{ reason: { message: 'broken' } }, { reason: { message: 'broken' } }])
  faulty = false
  t.equal(await judge('p', 'a'), 'neutral')
})

t.test('after close nothing waits and nothing is asked', async t => {
  const { ask, asked } = oracle()
  const { judge, close } = batcher(ask)
  const waiting = judge('p', 'neutral')
  close()
  await t.rejects(waiting, { code: 'AUTOIF_NLI', message: /closed/ })
  await t.rejects(judge('p', 'neutral'), { code: 'AUTOIF_NLI' })
  t.same(asked, [])
})
