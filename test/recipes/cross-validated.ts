import t from 'tap'
import type { Step } from '../../lib/flow/recipe.ts'
import { crossValidated } from '../../lib/recipes/cross-validated.ts'
import type { House } from '../../lib/recipes/house.ts'
import { turned } from '../../lib/recipes/knobs.ts'
import { sandboxOf, scripted } from '../fixtures/fakes.ts'

const house = { draws: [], model: scripted(() => []), sandbox: sandboxOf({}) } as unknown as House
const names = (steps: readonly Step[]) => steps.map(step => ('stage' in step ? step.stage.name : step.kind))

t.test('new instructions are made, each is kept once, and functions and cases are to agree about it', async t => {
  const { name, steps } = crossValidated(house, turned())
  t.equal(name, 'seeds and draws')
  t.same(names(steps), ['augment', 'novel', 'generate-verifiers', 'cross-validate'])
  const heard = crossValidated(house, turned({ speaks: { language: 'fi' } }))
  t.same(names(heard.steps).slice(0, 2), ['augment', 'speaks'])
})

t.test('what was verified earlier takes their place', async t => {
  const { name, steps, source } = crossValidated({ ...house, instructions: [] }, turned())
  t.same([name, steps, source], ['instructions', [], []])
})
