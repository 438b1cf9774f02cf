import t from 'tap'
import { stageDoor } from '../../lib/config/open/stage-door.ts'
import { from } from '../../lib/flow/recipe.ts'
import { embedderOf } from '../../lib/models/embedder.ts'
import { turned } from '../../lib/recipes/knobs.ts'
import type { Resources } from '../../lib/recipes/resources.ts'
import { screened } from '../../lib/recipes/screening.ts'
import { stageGroups, stageNeeds } from '../../lib/recipes/stage-needs.ts'
import { stageNamed, stageNames } from '../../lib/recipes/stages.ts'
import { benchmarks } from '../../lib/records/benchmarks.ts'
import { examplePool } from '../../lib/records/example-pool.ts'
import type { Query } from '../../lib/records/records.ts'
import { entailerOf, sandboxOf, scripted } from '../fixtures/fakes.ts'
import { noting } from '../fixtures/noting.ts'

const model = scripted(() => [])

const resources: Resources = {
  model: async () => model,
  judge: async () => model,
  backward: async () => model,
  sandbox: async () => sandboxOf({}),
  nli: async () => entailerOf(() => 'neutral'),
  pairs: async () => [],
  embedder: async () => embedderOf(model),
  pool: async knobs => examplePool({ seeds: [], seed: '', ...knobs }),
  benchmarks: async () => benchmarks([]),
}

t.test('a stage alone opens those parts, and goes by those rooms, that it is said to', async t => {
  for (const name of stageNames()) {
    const [parts, rooms] = [new Set<string>(), new Set<string>()]
    const house = noting(resources, part => parts.add(part))
    const knobs = noting(turned({ speaks: { language: 'fi' }, distinct: { dedup: 'exact' } }), room => rooms.add(room))
    if (name === 'screen') screened(await house.benchmarks(), knobs)(from<Query>([]))
    else await stageNamed(name)(house, knobs)
    const needs = stageNeeds.get(name)
    const opened = needs?.parts.filter(part => Object.hasOwn(resources, part)) ?? []
    t.same([...parts].sort(), [...opened].sort(), `the parts of ${name}`)
    t.same([...rooms].sort(), [...(needs?.rooms ?? [])].sort(), `the rooms of ${name}`)
  }
})

t.test('every stage stands in one group', async t => {
  t.same(stageGroups.flatMap(([, names]) => names).sort(), [...stageNames(), 'pair'].sort())
})

t.test('queries and completions are looked for where lines are of that kind', async t => {
  for (const [name, { parts }] of stageNeeds) {
    const { kind } = stageDoor(name)
    t.equal(parts.includes('queries'), kind === 'query' || name === 'pair', name)
    // Rows of a curated lesson are completions with their instruction.
    t.equal(parts.includes('texts'), /^(completion|answered-instruction)$/.test(kind) || name === 'to-sft', name)
  }
})
