import { existsSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { openHouse, ownSeeds, seedsAndDraws } from '../../../lib/config/open/open-house.ts'
import type { OpenResources } from '../../../lib/config/open/open-resources.ts'
import { type Settings, settings } from '../../../lib/config/settings.ts'
import { openBudget } from '../../../lib/models/budget/budget.ts'
import { turned } from '../../../lib/recipes/knobs.ts'
import type { Batch } from '../../../lib/records/envelope.ts'
import { examplePool } from '../../../lib/records/example-pool.ts'
import type { Draw } from '../../../lib/records/records.ts'
import { seeds } from '../../../lib/sources/seeds.ts'
import { entailerOf, sandboxOf, scripted } from '../../fixtures/fakes.ts'
import { gathered } from '../../fixtures/gathered.ts'

const verified = '{"instruction":"Use no commas.","eval_func":[["function evaluate() {}",1]],"cases":[]}\n'
const asked = '{"query":"Why is the sky blue?"}\n'

const open = async (told: Partial<Settings>, stdin = asked, turns = {}, name = 'autoif') => {
  const opened: string[] = []
  const noted = async <Thing>(name: string, thing: Thing): Promise<Thing> => {
    opened.push(name)
    return thing
  }
  const resources: OpenResources = {
    model: () =>
      noted(
        'model',
        scripted(() => [], { name: 'teacher' }),
      ),
    judge: () =>
      noted(
        'judge',
        scripted(() => [], { name: 'judge' }),
      ),
    backward: () =>
      noted(
        'backward',
        scripted(() => [], { name: 'backward' }),
      ),
    sandbox: () => noted('sandbox', sandboxOf({})),
    nli: () =>
      noted(
        'nli',
        entailerOf(() => 'neutral'),
      ),
    pairs: async () => [],
    embedder: async () => undefined,
    pool: async knobs => examplePool({ seeds: [], seed: '', ...knobs }),
    benchmarks: async () => undefined,
    budget: openBudget(),
    report: () => ({ models: {}, spent: null, sandbox: null, nli: null }),
    close: async () => {},
  }
  const config = {
    command: 'run',
    name,
    settings: { ...settings, model: 'any', ...told },
    knobs: turned(turns),
  }
  const bytes = (async function* () {
    yield Buffer.from(stdin)
  })()
  return { opened, house: openHouse(config, resources, bytes) }
}

const records = async (source: unknown) =>
  (await gathered(source as AsyncIterable<Batch>)).flatMap(({ envelopes }) => envelopes.map(({ record }) => record))

t.test('the house has everything a recipe calls upon but the sinks', async t => {
  const { house } = await open({})
  t.match(await house, { model: { name: 'teacher' }, judge: { name: 'judge' }, instructions: undefined })
  t.match(await records((await house).queries), [{ query: 'Why is the sky blue?' }])
})

t.test('the seeds themselves come first, then draws of them, the same ones for the same seed of the run', async t => {
  const dir = t.testdir({ 'seeds.txt': 'One.\nTwo.\nThree.\nFour.\n' })
  const told = { ...settings, seeds: join(dir, 'seeds.txt') }
  const knobs = turned({ draws: { requests: 3, shots: 2 } })
  const found = await gathered(seedsAndDraws({ settings: told, knobs }))
  t.same(
    found.slice(0, 4),
    ['One.', 'Two.', 'Three.', 'Four.'].map(instruction => ({ instruction })),
  )
  t.equal(found.length, 7)
  for (const { shots } of found.slice(4) as Draw[]) t.equal(new Set(shots).size, 2)
  t.same(await gathered(seedsAndDraws({ settings: told, knobs })), found)
  t.notSame(await gathered(seedsAndDraws({ settings: { ...told, seed: '1' }, knobs })), found)
})

t.test('without a file of seeds there are our own', async t => {
  t.ok(existsSync(ownSeeds()))
  const own = await seeds(ownSeeds())
  const found = await gathered(seedsAndDraws({ settings, knobs: turned({ draws: { requests: 0 } }) }))
  t.same(
    found,
    own.map(instruction => ({ instruction })),
  )
})

t.test('instructions verified earlier take the place of the seeds', async t => {
  const dir = t.testdir({ 'verified.jsonl': verified })
  const told = { instructions: join(dir, 'verified.jsonl'), seeds: 'none', queryField: 'turns.0' }
  const { house } = await open(told, '{"turns":["Why is the sky blue?"]}\n')
  t.match(await records((await house).instructions), [
    { instruction: 'Use no commas.', verifiers: [{ code: /evaluate/, accuracy: 1 }] },
  ])
})

t.test('instructions may come from stdin when the queries do not', async t => {
  const path = join(t.testdir({ 'queries.jsonl': asked }), 'queries.jsonl')
  const { house } = await open({ instructions: '-', queries: path }, verified)
  t.equal((await records((await house).instructions)).length, 1)
  t.match(await records((await house).queries), [{ query: /blue/ }])
  const several = await open({ instructions: '-', queries: `${path}\n-` })
  await t.rejects(several.house, { code: 'AUTOIF_USAGE', message: /both .*stdin/ })
  const both = await open({ instructions: '-' })
  await t.rejects(both.house, { code: 'AUTOIF_USAGE', message: /both .*stdin/, hint: /--queries/ })
})

t.test('a recipe needs a model', async t => {
  const { house } = await open({ model: '' })
  await t.rejects(house, { code: 'AUTOIF_USAGE', message: /no model/ })
})

t.test('what cannot be had is told before anybody is asked for anything', async t => {
  for (const name of ['seeds', 'queries', 'instructions']) {
    const { house, opened } = await open({ [name]: 'none.jsonl' })
    await t.rejects(house, { code: 'AUTOIF_SOURCE', message: /none\.jsonl: no such file/ }, name)
    t.same(opened, [])
  }
})

const template = '{"instruction":"Write {N} words.","placeholders":{"N":{"type":"numeric"}}}'

t.test(
  'instructions with placeholders are for the recipe that fills them, and refused by others before anything is asked',
  async t => {
    const path = join(t.testdir({ 'typed.jsonl': template }), 'typed.jsonl')
    const { house, opened } = await open({ seeds: path })
    await t.rejects(house, { code: 'AUTOIF_SOURCE', message: /Write \{N\} words\./, hint: /dispatcher/ })
    t.same(opened, [])
    const other = await (await open({ seeds: path }, asked, { draws: { requests: 1 } }, 'dispatcher')).house
    t.same(await gathered(other.draws as AsyncIterable<unknown>), [
      JSON.parse(template),
      { shots: [JSON.parse(template)] },
    ])
  },
)

t.test('so are such instructions that were verified earlier', async t => {
  const row = { ...JSON.parse(template), eval_func: [['def evaluate(response, N): pass', 1]], cases: [] }
  const path = join(t.testdir({ 'typed.jsonl': JSON.stringify(row) }), 'typed.jsonl')
  const first = async (name: string) => {
    const { house } = await open({ instructions: path }, asked, {}, name)
    const { instructions } = await house
    for await (const batch of instructions as unknown as AsyncIterable<Batch>) return batch.envelopes[0]
    return undefined
  }
  t.match(await first('autoif'), { refused: { detail: { problem: /placeholders, which stage fill has not filled/ } } })
  t.match(await first('dispatcher'), { record: { placeholders: { N: { type: 'numeric' } } } })
})

t.test('instructions that were put together are no instructions to begin with', async t => {
  const row = JSON.stringify({ constraints: [JSON.parse(verified)], turns: [1] })
  const path = join(t.testdir({ 'sets.jsonl': row }), 'sets.jsonl')
  const { house } = await open({ instructions: path }, asked, {}, 'conversations')
  const { instructions } = await house
  await t.rejects(records(instructions), { message: /nothing in .* is a verified-instruction.*several instructions/ })
})

t.test('nothing is drawn before a query was taken, nor when none is', async t => {
  const { house } = await open({}, '{"rows":1}\n{"query":""}\n')
  const nothing = /nothing in stdin is a query/
  await t.rejects(gathered((await house).draws as AsyncIterable<unknown>), { message: nothing })
  const empty = await open({}, '{"query":""}\n')
  const { draws, queries } = await empty.house
  t.same(await gathered(draws as AsyncIterable<unknown>), [])
  t.equal((await records(queries)).length, 1, 'what was refused is told')
  const good = await open({}, `{"query":""}\n${asked}`)
  t.ok((await gathered((await good.house).draws as AsyncIterable<unknown>)).length > 1)
})

t.test('instructions that were verified earlier wait for a query, too', async t => {
  const instructions = join(t.testdir({ 'verified.jsonl': verified }), 'verified.jsonl')
  const { house } = await open({ instructions }, '{"query":""}\n')
  t.same(await records((await house).instructions), [])
})
