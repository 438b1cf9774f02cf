import t from 'tap'
import { run } from '../../lib/flow/run.ts'
import { embedderOf } from '../../lib/models/embedder.ts'
import type { Model } from '../../lib/models/model.ts'
import { rehearsal } from '../../lib/models/rehearsal/rehearsal.ts'
import type { House } from '../../lib/recipes/house.ts'
import { turned } from '../../lib/recipes/knobs.ts'
import { selfInstruct } from '../../lib/recipes/self-instruct.ts'
import type { Envelope } from '../../lib/records/envelope.ts'
import { examplePool } from '../../lib/records/example-pool.ts'
import type { SftRow } from '../../lib/records/rows.ts'
import { seedTasks } from '../../lib/sources/seed-tasks.ts'
import { forgiven } from '../../lib/wraps/forgiven.ts'
import { entailerOf, sandboxOf, scripted } from '../fixtures/fakes.ts'
import { basket, pause } from '../fixtures/flow.ts'

const seeds = await seedTasks('fixtures/seed-tasks.jsonl')

const cook = async (model: Model, knobs = turned(), parts: Partial<House> = {}) => {
  const [sft, rejects] = [basket<SftRow>(), basket<Envelope>()]
  const pool = examplePool({ seeds, seed: '0', ...knobs.admit })
  const nobody = { judge: model, sandbox: sandboxOf({}), nli: entailerOf(() => 'neutral') }
  const house: House = { draws: [], queries: [], pool, model, ...nobody, sft, dpo: basket(), ...parts }
  const ledger = await run(selfInstruct(house, knobs), { rejects, wraps: [forgiven()] })
  ledger.balance()
  return { sft: sft.rows, rejects: rejects.rows, ledger }
}

/** The rehearsal teacher with many lanes, whose answers come in any order. */
const hasty = (lanes: number): Model => {
  const teacher = rehearsal({ lanes })
  return { ...teacher, ask: async (...asked) => pause(Math.random() * 8).then(() => teacher.ask(...asked)) }
}

t.test('a pool grows to its size, and what it holds does not depend on who is quicker', async t => {
  const knobs = turned({ admit: { size: 60 } })
  const one = await cook(rehearsal({ lanes: 1 }), knobs)
  t.equal(one.sft.length, 60)
  const told = one.sft.map(({ lineage }) => `${lineage.instruction}`)
  t.equal(new Set(told).size, 60)
  t.ok(
    one.sft.every(({ prompt, lineage }) => prompt === [lineage.instruction, lineage.input].filter(Boolean).join('\n')),
  )
  t.match(one.sft[59]?.lineage, { model: 'rehearsal', avg_similarity_score: Number, most_similar: Object })
  const why = new Set(one.rejects.map(({ refused }) => refused?.why))
  for (const reason of ['format', 'too-short', 'odd-start', 'no-output', 'near-duplicate'])
    t.ok(why.has(reason), reason)
  const many = await cook(hasty(16), knobs)
  t.same(many.sft, one.sft)
  t.same(many.rejects, one.rejects)
})

t.test('made tasks are shown to the model once there are some, two at most', async t => {
  const teacher = rehearsal()
  const model = scripted((prompt, asking) => teacher.ask(prompt, asking))
  await cook(model, turned({ admit: { size: 60 } }))
  const known = new Set(seeds.map(({ instruction }) => instruction.replace(/:+$/, '')))
  const shownMade = model.asked.map(
    ({ prompt }) =>
      [...prompt.matchAll(/^\d+\. Instruction:\n(.*)$/gm)].filter(([, instruction = '']) => !known.has(instruction))
        .length,
  )
  t.same(shownMade.slice(0, 4), [0, 0, 0, 0], 'the first round knows seeds alone')
  t.same(new Set(shownMade.slice(4)), new Set([2]))
})

t.test('consistency, uniqueness and classes are examined when asked for, in the books and the rows', async t => {
  const knobs = turned({
    admit: { size: 40 },
    consistent: { atLeast: 0.3, trials: 4 },
    unique: { below: 0.6 },
    classify: { outputFirst: true },
  })
  const { sft, ledger } = await cook(rehearsal(), knobs, { embedder: embedderOf(rehearsal()) })
  const stages = [
    'draws',
    'bootstrap',
    'well-formed',
    'admit',
    'unique',
    'consistent',
    'classify',
    'instantiate',
    'to-sft',
  ]
  t.same(
    ledger.accounts.map(({ stage }) => stage),
    stages,
  )
  for (const stage of ['unique', 'consistent'])
    t.ok((ledger.accounts.find(one => one.stage === stage)?.rejected ?? 0) > 0, stage)
  t.ok(sft.every(({ lineage }) => Number(lineage.consistency) >= 0.3))
})

t.test('a pool that cannot grow ends with the reasons counted, and what it held is used', async t => {
  const teacher = rehearsal()
  let place = 0
  const model = scripted((prompt, asking) =>
    place++ < 2 ? teacher.ask(prompt, asking) : ['\nSing.\n9. Input:\n\n9. Output:\nLa.'],
  )
  const faults: Error[] = []
  const knobs = turned({ admit: { size: 500, patience: 3 } })
  const pool = examplePool({ seeds, seed: '0', ...knobs.admit, heard: fault => void faults.push(fault) })
  const { sft } = await cook(model, knobs, { pool })
  t.ok(sft.length > 10)
  t.match(faults, [{ message: /stopped growing at \d+ of 500 tasks: 3 rounds of 4 requests .*\(too-short 12\)/ }])
  t.equal(model.asked.length, 16)
})

t.test('a house without a pool is told so', async t => {
  await t.rejects(cook(rehearsal(), turned(), { pool: undefined }), { code: 'AUTOIF_USAGE', message: /pool/ })
})
