import { join } from 'node:path'
import t from 'tap'
import { openCompletions } from '../../../lib/config/open/open-completions.ts'
import { openHouse } from '../../../lib/config/open/open-house.ts'
import type { OpenResources } from '../../../lib/config/open/open-resources.ts'
import { type Settings, settings } from '../../../lib/config/settings.ts'
import type { AutoifError } from '../../../lib/errors.ts'
import { knobs } from '../../../lib/recipes/knobs.ts'
import type { Batch } from '../../../lib/records/envelope.ts'
import { scripted } from '../../fixtures/fakes.ts'
import { gathered } from '../../fixtures/gathered.ts'

const stop = (): Promise<never> => Promise.reject(new Error('opened for nobody'))
const called = (name: string) => async () => scripted(() => [], { name })

const open = async (told: Partial<Settings>, stdin = '{"response":"Yes."}\n', how = openCompletions) => {
  const resources = {
    model: stop,
    judge: called('judge'),
    backward: called('backward'),
    sandbox: stop,
    nli: stop,
    benchmarks: async () => undefined,
  } as unknown as OpenResources
  const config = { command: 'run', name: 'backtranslation', settings: { ...settings, model: 'any', ...told }, knobs }
  const faults: AutoifError[] = []
  const bytes = (async function* () {
    yield Buffer.from(stdin)
  })()
  return { house: await how(config, resources, bytes, fault => void faults.push(fault)), faults }
}

const records = async ({ house }: Awaited<ReturnType<typeof open>>) =>
  (await gathered(house.completions as AsyncIterable<Batch>)).flatMap(({ envelopes }) =>
    envelopes.filter(({ refused }) => !refused).map(({ record }) => record),
  )

t.test('completions are read with both models ready, and neither sandbox nor NLI is opened', async t => {
  const opened = await open({}, undefined, openHouse)
  t.match(opened.house, { backward: { name: 'backward' }, judge: { name: 'judge' } })
  t.strictSame(await records(opened), [{ response: 'Yes.' }])
})

t.test('seeds come first, under ids of their own', async t => {
  const dir = t.testdir({ 'seeds.json': '[{"instruction":"Ask.","input":"","output":"Tell."}]' })
  t.strictSame(await records(await open({ seedRows: join(dir, 'seeds.json') })), [
    { response: 'Tell.', instruction: 'Ask.', origin: 'seed', model: 'unknown' },
    { response: 'Yes.' },
  ])
  const same = await open(
    { seedRows: join(t.testdir({ same: '{"prompt":"Ask.","response":"Yes."}\n' }), 'same') },
    '{"prompt":"Ask.","response":"Yes."}\n',
  )
  const batches = await gathered(same.house.completions as AsyncIterable<Batch>)
  t.equal(new Set(batches.flatMap(({ envelopes }) => envelopes.map(({ id }) => id))).size, 2)
  await t.rejects(open({ seedRows: '-' }), { code: 'AUTOIF_USAGE', message: /both come from stdin/ })
})

t.test('the field of a completion, and the first pair of a conversation, are what the settings say', async t => {
  const talk = '{"page":["Why?","So.","And?","And so."]}\n'
  t.strictSame(await records(await open({ completionField: 'page', firstPair: true }, talk)), [
    { response: 'So.', question: 'Why?' },
  ])
})

t.test(
  'an input that holds no completion at all is told as a mistake, with one of its lines and one that would do',
  async t => {
    const opened = await open({}, '{"query":"Why?"}\n')
    t.strictSame(await records(opened), [])
    t.match(opened.faults, [{ message: /completion.*\{"query":"Why\?"\}/, hint: /\{"response":"Bread/ }])
  },
)

t.test('a model must be named, for both of its parts', async t => {
  await t.rejects(open({ model: '' }), { code: 'AUTOIF_USAGE' })
  await t.rejects(open({ model: '', judgeModel: 'j' }), { code: 'AUTOIF_USAGE' })
  await t.resolves(open({ model: '', judgeModel: 'j', backwardModel: 'b' }))
})
