import t from 'tap'
import { isReject } from '../../../lib/flow/stage.ts'
import type { Composed } from '../../../lib/records/conversations.ts'
import { compose } from '../../../lib/stages/2-verifiers/compose.ts'
import { visit } from '../../fixtures/visit.ts'

const of = (at: number) => ({ instruction: `Rule ${at}.`, verifiers: [{ code: 'v', accuracy: 1 }], cases: [] })

const composed = async (count: number, knobs = {}, seed = '') => {
  const stage = compose(knobs)
  const found: (Composed | undefined)[] = []
  for (let at = 0; at < count; at++) {
    const yielded = await visit(stage, of(at), { id: `${at}${seed}` })
    found.push(isReject(yielded) ? undefined : (yielded as Composed))
  }
  return found
}

t.test('each instruction is put together with some before it, none of them twice', async t => {
  const found = await composed(20)
  t.same(found.slice(0, 2), [undefined, undefined], 'two are too few for three')
  for (const [at, set] of found.entries()) {
    if (!set) continue
    t.equal(set.composedOf[0]?.instruction, `Rule ${at}.`)
    t.equal(new Set(set.composedOf).size, 3)
    t.same(set.turns, [1, 1, 1])
    t.equal(set.instruction, set.composedOf.map(({ instruction }) => instruction).join(' '))
  }
  t.match(await visit(compose(), of(0)), { reject: 'too-few', detail: { known: 0 } })
})

t.test('none is used much more often than others, and none is always put with its neighbours', async t => {
  const uses = new Map<string, number>()
  const distances: number[] = []
  for (const [at, set] of (await composed(1000)).entries())
    for (const { instruction } of set?.composedOf ?? []) {
      uses.set(instruction, (uses.get(instruction) ?? 0) + 1)
      const of = Number.parseInt(instruction.slice(5), 10)
      if (of !== at) distances.push((at - of) / at)
    }
  t.ok(Math.max(...uses.values()) <= 6, 'twice the mean of three')
  t.equal(uses.size, 1000)
  const near = distances.filter(distance => distance < 0.1).length / distances.length
  t.ok(near < 0.2, `${near} of the partners are from the last tenth`)
  t.ok(distances.some(distance => distance > 0.9))
})

t.test('an instruction that came in twice is put with others, and stands on the shelf once', async t => {
  const stage = compose({ turns: 2 })
  const [first, other] = [of(0), of(1)]
  t.match(await visit(stage, first), { reject: 'too-few' })
  t.match(await visit(stage, first), { reject: 'too-few' }, 'it is not put with itself')
  t.match(await visit(stage, other), { composedOf: [other, first] })
  for (let at = 0; at < 20; at++) t.match(await visit(stage, first), { composedOf: [first, other] })
})

t.test('as many turns and instructions in each as asked', async t => {
  const [, , , set] = await composed(4, { turns: 2, perTurn: 2 })
  t.match(set, { turns: [2, 2], composedOf: { length: 4 } })
  const [alone] = await composed(1, { turns: 1 })
  t.match(alone, { turns: [1], instruction: 'Rule 0.' })
})

t.test('what is drawn is drawn from the record', async t => {
  t.same(await composed(10), await composed(10))
  t.notSame(await composed(10), await composed(10, {}, 'x'))
})
