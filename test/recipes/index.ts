import t from 'tap'
import { autoif } from '../../lib/recipes/autoif.ts'
import { knownRecipe, recipeNamed } from '../../lib/recipes/index.ts'
import { selfInstruct } from '../../lib/recipes/self-instruct.ts'

t.test('a recipe is found by its name', async t => {
  t.equal(recipeNamed('autoif'), autoif)
  t.equal(recipeNamed('self-instruct'), selfInstruct)
  t.equal(knownRecipe('llama3'), 'llama3')
})

t.test('an unknown name is told the known ones', async t => {
  for (const name of ['autoiff', 'toString', '']) {
    t.throws(() => recipeNamed(name), { code: 'AUTOIF_USAGE', message: JSON.stringify(name), hint: /autoif/ }, name)
  }
})
