import t from 'tap'
import { embedderOf } from '../../lib/models/embedder.ts'
import { knobs, turned } from '../../lib/recipes/knobs.ts'
import type { Resources } from '../../lib/recipes/resources.ts'
import { register, stageNamed, stageNames } from '../../lib/recipes/stages.ts'
import { benchmarks } from '../../lib/records/benchmarks.ts'
import { examplePool } from '../../lib/records/example-pool.ts'
import { accepted, task, verified } from '../fixtures/cast.ts'
import { entailerOf, sandboxOf, scripted } from '../fixtures/fakes.ts'
import { stageOf } from '../fixtures/flow.ts'
import { visit } from '../fixtures/visit.ts'

/** Resources that note which of them were opened. */
const house = () => {
  const opened: string[] = []
  const model = scripted(() => ['Score: 7'], { name: 'teacher' })
  const judge = scripted(() => ['Score: 7'], { name: 'judge' })
  const noted = async <Thing>(name: string, thing: Thing): Promise<Thing> => {
    opened.push(name)
    return thing
  }
  const resources: Resources = {
    model: () => noted('model', model),
    judge: () => noted('judge', judge),
    backward: () => noted('backward', model),
    sandbox: () => noted('sandbox', sandboxOf({})),
    nli: () =>
      noted(
        'nli',
        entailerOf(() => 'neutral'),
      ),
    pairs: () => noted('pairs', []),
    embedder: () => noted('embedder', embedderOf(model)),
    pool: async knobs => noted('pool', examplePool({ seeds: [], seed: '', ...knobs })),
    benchmarks: () => noted('benchmarks', benchmarks([])),
  }
  return { resources, opened, model, judge }
}

t.test('every stage that runs alone is built under its own name and opens what it needs only', async t => {
  const needs: Record<string, string[]> = {}
  for (const name of stageNames()) {
    const { resources, opened } = house()
    const stage = await stageNamed(name)(resources, turned({ speaks: { language: 'fi' } }))
    t.equal(stage.name, name)
    needs[name] = opened
  }
  t.same(needs, {
    augment: ['model'],
    speaks: [],
    novel: [],
    bootstrap: ['model'],
    'well-formed': [],
    admit: ['pool'],
    unique: ['embedder'],
    consistent: ['pool', 'model'],
    classify: ['model'],
    instantiate: ['model'],
    propose: ['model', 'pairs'],
    invert: ['backward'],
    'generate-verifiers': ['model'],
    'write-functions': ['model'],
    'write-cases': ['model'],
    'cross-validate': ['sandbox'],
    'back-translate': ['model'],
    entail: ['nli'],
    compose: [],
    satisfy: ['model', 'sandbox'],
    screen: [],
    decontaminate: ['benchmarks'],
    distinct: [],
    pose: [],
    fill: ['model'],
    converse: ['model', 'sandbox'],
    sample: ['sandbox', 'model'],
    verify: ['sandbox'],
    accept: [],
    score: ['judge'],
    curate: ['judge'],
    'to-sft': [],
    'to-dpo': [],
    'to-chosen-sft': [],
    'to-kto': [],
    'to-rlvr': [],
    'to-instruction-dpo': ['sandbox'],
    'to-inverse-sft': [],
  })
})

t.test('a stage gets the knobs of its own room', async t => {
  const { resources, model, judge } = house()
  const turns = turned({
    sample: { responses: 5, adaptive: false },
    score: { minScore: 7, judgements: 2 },
    accept: { passRateAbove: -1 },
    toDpo: { chosenFrom: 2 },
    screen: { longerThan: 0 },
  })
  const run = async (name: string, record: unknown) => visit(await stageNamed(name)(resources, turns), record as never)
  await run('sample', task)
  t.match(model.asked, [{ asking: { n: 5 } }])
  t.match(await run('score', accepted), { score: 7, judge: 'judge' })
  t.match(judge.asked, [{ asking: { n: 2 } }])
  t.match(await run('accept', verified), [{ response: 'THE MOON.' }, { response: 'The moon.' }])
  t.match(await run('to-dpo', verified), { reject: 'nothing-chosen' })
  t.match(await run('screen', { query: 'Why?' }), { query: 'Why?' })
})

t.test('a stage that has nothing to do without being told says what to tell it', async t => {
  const { resources } = house()
  const without = { ...resources, benchmarks: async () => undefined }
  const asked = async (name: string) => stageNamed(name)(without, knobs)
  await t.rejects(asked('speaks'), { code: 'AUTOIF_USAGE', hint: /--language/ })
  await t.rejects(asked('decontaminate'), { code: 'AUTOIF_USAGE', hint: /--decontaminate/ })
})

t.test('distinct on its own is on', async t => {
  const stage = await stageNamed('distinct')(house().resources, knobs)
  const record = { query: 'How do tides work?' }
  t.equal(await visit(stage, record as never), record)
  t.match(await visit(stage, record as never), { reject: 'duplicate' })
})

t.test('an unknown stage is told the known ones', async t => {
  t.throws(() => stageNamed('verifyy'), {
    code: 'AUTOIF_USAGE',
    message: '"verifyy"',
    hint: /augment, .*verify, .*to-dpo, .*pair/,
  })
})

t.test('a stage of one’s own stands beside the others', async t => {
  const shout = stageOf<string, string>(text => text.toUpperCase(), { name: 'shout' })
  register('shout', () => shout)
  t.equal(await stageNamed('shout')(house().resources, knobs), shout)
  t.equal(stageNames().at(-1), 'shout')
  t.throws(() => stageNamed('whisper'), { code: 'AUTOIF_USAGE', hint: /shout/ })
})

t.test('a name that is taken cannot be taken again', async t => {
  const own = () => stageOf(value => value)
  t.throws(() => register('verify', own), { code: 'AUTOIF_USAGE', message: /verify/ })
  register('mine', own)
  t.throws(() => register('mine', own), { code: 'AUTOIF_USAGE', message: /mine/ })
})
