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
    t.equal(set.constraints[0]?.instruction, `Rule ${at}.`)
    t.equal(new Set(set.constraints).size, 3)
    t.same(set.turns, [1, 1, 1])
    t.equal(set.instruction, set.constraints.map(({ instruction }) => instruction).join(' '))
  }
  t.match(await visit(compose(), of(0)), { reject: 'too-few', detail: { known: 0 } })
})

t.test('those that were used least come first, so all are used about as often', async t => {
  const uses = new Map<string, number>()
  for (const set of await composed(60))
    for (const { instruction } of set?.constraints ?? []) uses.set(instruction, (uses.get(instruction) ?? 0) + 1)
  const counts = [...uses.values()]
  t.ok(Math.max(...counts) <= 4, `${Math.max(...counts)}`)
})

t.test('as many turns and instructions in each as asked', async t => {
  const [, , , set] = await composed(4, { turns: 2, perTurn: 2 })
  t.match(set, { turns: [2, 2], constraints: { length: 4 } })
  const [alone] = await composed(1, { turns: 1 })
  t.match(alone, { turns: [1], instruction: 'Rule 0.' })
})

t.test('what is drawn is drawn from the record', async t => {
  t.same(await composed(10), await composed(10))
  t.notSame(await composed(10), await composed(10, {}, 'x'))
})
