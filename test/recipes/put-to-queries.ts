import t from 'tap'
import { from } from '../../lib/flow/recipe.ts'
import { run } from '../../lib/flow/run.ts'
import type { House } from '../../lib/recipes/house.ts'
import { turned } from '../../lib/recipes/knobs.ts'
import { putToQueries } from '../../lib/recipes/put-to-queries.ts'
import { basket } from '../fixtures/flow.ts'

const instructions = ['Use no commas.', 'Be brief.'].map(instruction => ({ instruction }))
const queries = [1, 2, 3, 4, 5].map(at => ({ query: `How do I get wax number ${at} out of a cloth?` }))

const met = async (cycle: boolean) => {
  const sink = basket<{ instruction: string; query: string }>()
  const house = { queries: [{ query: 'Too short.' }, ...queries] } as unknown as House
  const knobs = turned({ pair: { queries: 2, cycle } })
  await run(from(instructions).by(putToQueries(house, knobs)).into(sink))
  return sink.rows.map(({ instruction, query }) => [instruction, queries.findIndex(one => one.query === query)])
}

t.test('each instruction takes its queries, screened, and without turns the rest is left', async t => {
  t.same(await met(false), [
    ['Use no commas.', 0],
    ['Use no commas.', 1],
    ['Be brief.', 2],
    ['Be brief.', 3],
  ])
})

t.test('in turns all queries are used', async t => {
  t.same((await met(true)).at(-1), ['Use no commas.', 4])
})
