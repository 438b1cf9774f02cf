import t from 'tap'
import { assumed } from '../../../lib/gauge/workload.ts'
import { conversations } from '../../../lib/gauge/workloads/conversations.ts'
import { turned } from '../../../lib/recipes/knobs.ts'

const of = (turns: number, tries: number) =>
  conversations(turned({ compose: { turns }, converse: { tries }, pair: { queries: 16 } }), {})

t.test('every turn is asked for until it is followed, and judged when it is', async t => {
  const once = of(1, 1).asks
  t.same(once.converse, { requests: 1, replies: 1 })
  t.equal(once.score?.replies, assumed.accepted)
  const twice = of(2, 1).asks
  t.equal(twice.converse?.replies, 1 + assumed.accepted, 'the second only where the first was followed')
  t.equal(twice.score?.replies, assumed.accepted + assumed.accepted ** 2)
  t.ok((of(1, 5).asks.converse?.replies ?? 0) < 1 / assumed.accepted)
})

t.test('later turns are verified by all that came before', async t => {
  t.ok(of(3, 5).verdicts > 2 * of(2, 5).verdicts - of(1, 5).verdicts)
})

t.test('a set needs an instruction, and sets that nobody can follow are tried as well', async t => {
  const { asks } = of(3, 5)
  const sets = 1 / 16 / assumed.setsKept
  t.same(asks.satisfy, { requests: sets, replies: 4 * sets })
  t.equal(asks['generate-verifiers']?.requests, sets / assumed.instructionsKept)
  t.equal(conversations(turned(), { verified: true }).asks.satisfy?.requests, 0)
})
