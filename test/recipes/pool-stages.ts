import t from 'tap'
import { turned } from '../../lib/recipes/knobs.ts'
import { poolStages } from '../../lib/recipes/pool-stages.ts'
import type { Build, Resources } from '../../lib/recipes/resources.ts'
import { examplePool } from '../../lib/records/example-pool.ts'
import { scripted } from '../fixtures/fakes.ts'
import { visit } from '../fixtures/visit.ts'

const seed = { instruction: 'Name the longest river in Europe', input: '', output: 'The Volga.' }
const house = {
  model: async () => scripted(() => ['No']),
  pool: async knobs => examplePool({ seeds: [seed], seed: '0', ...knobs }),
  embedder: async () => undefined,
} as Partial<Resources> as Resources
const built = async (name: string, knobs = turned()) => (new Map(poolStages).get(name) as Build)(house, knobs)

t.test('a pool that runs alone begins with the seeds and examines all that comes', async t => {
  const stage = await built('admit', turned({ admit: { size: 1 } }))
  t.match(await visit(stage, { ...seed, model: 'm' }), { reject: 'duplicate' })
  for (const instruction of ['Sort the words by length please', 'Explain why bread rises in ovens'])
    t.match(await visit(stage, { ...seed, instruction, model: 'm' }), { instruction, averageSimilarity: Number })
})

t.test('what has no model for meanings says how to name one', async t => {
  await t.rejects(built('unique'), { code: 'AUTOIF_USAGE', hint: /--embedding-model/ })
})
