import t from 'tap'
import { gaugeTable } from '../../lib/report/gauge-table.ts'
import { gauged } from '../fixtures/gauge.ts'

t.test('machine, endpoint, recipe and the settings that follow stand below each other', async t => {
  const said = gaugeTable(gauged)
  t.match(said, /^NDJSON through a free stage +80 MB$/m)
  t.match(said, /^verdicts, Python, 4 threads +8,000 +4,000 +0\.4 s$/m)
  t.match(said, /^NLI pairs, lexical-baseline +3,000/m)
  t.match(said, /^qwen at http/m)
  t.match(said, /^the model +10 replies in 5 requests +2$/m)
  t.match(said, /^the sandbox +80 verdicts +100$/m)
  t.match(
    said,
    /A run waits for the model\..*\nThe settings that follow: --concurrency 2 --threads 1 \(of 8 cores\)\.\n$/,
  )
})

t.test('without an endpoint it says how to give one, and how fast a one this machine keeps up with', async t => {
  const { model: _, ...queriesPerSecond } = gauged.queriesPerSecond
  const alone = { ...gauged, endpoint: null, queriesPerSecond, bottleneck: undefined, settings: {} }
  const said = gaugeTable(alone)
  t.match(said, /--base-url .* --model NAME/)
  t.match(said, /^the model .* not measured$/m)
  t.match(said, 'keeps up with a model of 1,000 replies a second')
  t.notMatch(said, 'The settings')
})

t.test('what was left off before the endpoint was at its best is said', async t => {
  const { endpoint } = gauged
  if (!endpoint) throw new Error('there is one')
  t.match(gaugeTable({ ...gauged, endpoint: { ...endpoint, ended: 'allowance' } }), /cores\), or more in flight\./)
})

t.test('a recipe is told in what it reads, by the parts that it needs and the assumptions that were made', async t => {
  const { ndjson, model } = gauged.queriesPerSecond
  const perQuery = { requests: { invert: 1 }, replies: { invert: 1 }, verdicts: 0, nliPairs: 0 }
  const recipe = { recipe: 'backtranslation', reads: 'completions', perQuery, assumed: {} } as const
  const said = gaugeTable({
    ...gauged,
    ...recipe,
    queriesPerSecond: { model: model ?? 0, ndjson: ndjson ?? 0 },
    settings: {},
  })
  t.match(said, /^recipe backtranslation, sound +a completion takes +enough for completions\/s$/m)
  t.notMatch(said, /the sandbox|the NLI model|Counted with|settings that follow/)
  t.match(said, /A run waits for the model\..*\n$/)
  t.match(gaugeTable({ ...gauged, assumed: { tasksKept: 0.45 } }), 'Counted with 45 % of the tasks let through.')
  t.match(gaugeTable(gauged), /60 % of the instructions, 70 % of the functions, .* and 45 % of the tasks let through/)
})
