import t from 'tap'
import type { Course } from '../../lib/flow/recipe.ts'
import { embedderOf } from '../../lib/models/embedder.ts'
import type { House } from '../../lib/recipes/house.ts'
import { recipeNamed, recipeNames } from '../../lib/recipes/index.ts'
import { type SomeKnobs, turned } from '../../lib/recipes/knobs.ts'
import { recipeNeeds } from '../../lib/recipes/needs.ts'
import { benchmarks } from '../../lib/records/benchmarks.ts'
import { examplePool } from '../../lib/records/example-pool.ts'
import { entailerOf, sandboxOf, scripted } from '../fixtures/fakes.ts'
import { basket } from '../fixtures/flow.ts'
import { noting } from '../fixtures/noting.ts'

const model = scripted(() => [])

const whole = (): Required<House> => ({
  draws: [],
  instructions: [],
  queries: [],
  pairs: [],
  completions: [],
  pool: examplePool({ seeds: [], seed: '', ...turned().admit }),
  embedder: embedderOf(model),
  benchmarks: benchmarks([]),
  ...{ model: { ...model }, judge: { ...model }, backward: { ...model } },
  sandbox: sandboxOf({}),
  nli: entailerOf(() => 'neutral'),
  ...{ sft: basket(), dpo: basket(), sftAside: basket(), kto: basket(), rlvr: basket() },
  ...{ instructionDpo: basket(), inverseSft: basket() },
})

const sourcesOf = ({ source, steps }: Course): unknown[] => [
  source,
  ...steps.flatMap(step => (step.kind === 'join' ? sourcesOf(step.other) : [])),
]

// All steps that are there only when they are asked for.
const everything: SomeKnobs = {
  speaks: { language: 'fi' },
  distinct: { dedup: 'exact' },
  consistent: { atLeast: 0.5 },
  classify: { outputFirst: true },
}

t.test('a recipe takes those parts of the house, and goes by those rooms, that it is said to', async t => {
  for (const name of recipeNames) {
    const [parts, rooms] = [new Set<string>(), new Set<string>()]
    for (const instructions of [[], undefined]) {
      // Whoever hands on the house with other words takes a part when it uses it.
      const inner = Object.entries(whole()).map(([part, own]) => [part, noting(own as object, () => parts.add(part))])
      const house = { ...(Object.fromEntries(inner) as Required<House>) }
      if (!instructions) Reflect.deleteProperty(house, 'instructions')
      const recipe = recipeNamed(name)(
        noting(house, part => parts.add(part)),
        noting(turned(everything), room => rooms.add(room)),
      )
      const sources = sourcesOf(recipe)
      for (const [part, own] of Object.entries(house)) if (sources.includes(own)) parts.add(part)
    }
    const needs = recipeNeeds[name]
    t.same([...parts].sort(), [...needs.parts].sort(), `the parts of ${name}`)
    // Draws and the pool are made by these before the recipe is given them.
    if (parts.has('draws')) rooms.add('draws')
    if (parts.has('pool')) rooms.add('admit')
    t.same([...rooms].sort(), [...needs.rooms].sort(), `the rooms of ${name}`)
  }
})

t.test('single knobs are those of a room that is there', async t => {
  const knobs: Readonly<Record<string, object>> = turned()
  for (const { rooms, idle = [] } of Object.values(recipeNeeds))
    for (const one of idle) {
      const [room = '', knob = ''] = one.split('.')
      t.ok((rooms as readonly string[]).includes(room) && Object.hasOwn(knobs[room] ?? {}, knob), one)
    }
})
