import t from 'tap'
import { autoif } from '../../lib/recipes/autoif.ts'
import { knownRecipe, recipeNamed, wayOf } from '../../lib/recipes/index.ts'
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

t.test('what a recipe reads, makes and opens follows from what it needs', async t => {
  t.match(wayOf('autoif'), { reads: 'queries', begins: 'seeds', infers: true, fills: false, gate: 'pair', main: 'sft' })
  t.strictSame(wayOf('autoif').makes, ['sft', 'dpo', 'kto', 'rlvr', 'instruction-dpo'])
  t.match(wayOf('llama3'), { begins: 'pairs', infers: false, main: 'dpo', gate: 'propose', rows: 'to-chosen-sft' })
  t.strictSame(wayOf('llama3').makes, ['dpo', 'sft', 'kto', 'rlvr'])
  t.match(wayOf('dispatcher'), { fills: true, infers: false, makes: wayOf('autoif').makes })
  t.match(wayOf('conversations'), { fills: true, makes: ['sft'] })
  t.match(wayOf('backtranslation'), { reads: 'completions', makes: ['sft', 'inverse-sft'] })
  t.match(wayOf('self-instruct'), { reads: 'seed tasks', makes: ['sft'], gate: 'bootstrap' })
  t.strictSame(wayOf('toString'), wayOf('autoif'))
})
