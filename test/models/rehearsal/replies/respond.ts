import t from 'tap'
import { families, parse } from '../../../../lib/models/rehearsal/families/index.ts'
import { defaults } from '../../../../lib/models/rehearsal/rates.ts'
import { respond } from '../../../../lib/models/rehearsal/replies/respond.ts'
import { seeded } from '../../../../lib/random.ts'

const query = 'How do I train a puppy to sit?'
const random = seeded('respond')

t.test('responses violate their instruction as often as asked', async t => {
  for (const rate of [0, 0.35, 1]) {
    const verdicts = families.flatMap(family => {
      const { phrasings, holds } = family.draw(random)
      const [instruction = ''] = phrasings
      return Array.from({ length: 8 }, () =>
        holds(respond({ instruction, query }, { ...defaults, violatingResponses: rate })(random)),
      )
    })
    const share = verdicts.filter(held => !held).length / verdicts.length
    t.ok(Math.abs(share - rate) < 0.05, `${share} for ${rate}`)
  }
})

t.test('most responses name what the query asks about', async t => {
  const replies = families.map(family =>
    respond({ instruction: family.draw(random).phrasings[0]!, query }, defaults)(random),
  )
  t.ok(replies.filter(reply => /train|puppy/i.test(reply)).length > replies.length * 0.8)
})

t.test('an instruction that no family knows is answered with prose', async t => {
  const instruction = 'Write like a pirate.'
  t.equal(parse(instruction), undefined)
  t.match(respond({ instruction, query }, defaults)(random), /^[A-Z].*(train|puppy).*\.$/i)
})
