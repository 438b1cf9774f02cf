import t from 'tap'
import { from } from '../../lib/flow/recipe.ts'
import { run } from '../../lib/flow/run.ts'
import { toSft } from '../../lib/stages/5-rows/to-sft.ts'
import { described, type Reasons } from '../../lib/wraps/described.ts'
import { basket, stageOf } from '../fixtures/flow.ts'

t.test('after a run the reasons of all stages that took part can be said in words', async t => {
  const reasons: Reasons = new Map()
  const picky = stageOf<number, number, 'odd'>(value => value, { name: 'picky', rejects: { odd: 'it is odd' } })
  await run(
    from([2])
      .through(picky)
      .tee(
        stageOf<number, number>(value => value, { name: 'aside' }),
        basket(),
      )
      .into(basket()),
    {
      wraps: [described(reasons)],
    },
  )
  t.same(
    [...reasons],
    [
      ['picky', { odd: 'it is odd' }],
      ['aside', {}],
    ],
  )
})

t.test('the stage itself stays as it was', async t => {
  const stage = toSft()
  t.equal(described(new Map())(stage), stage)
})
