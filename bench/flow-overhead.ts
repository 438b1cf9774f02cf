import { type Flow, from } from '../lib/flow/recipe.ts'
import { run as runFlow } from '../lib/flow/run.ts'
import type { Stage, Wrap } from '../lib/flow/stage.ts'
import { Batch } from '../lib/records/envelope.ts'
import type { Sink } from '../lib/records/sink.ts'
import { described } from '../lib/wraps/described.ts'
import { forgiven } from '../lib/wraps/forgiven.ts'
import { metered } from '../lib/wraps/metered.ts'
import { interleaved } from './measured/interleaved.ts'
import { table } from './measured/markdown.ts'
import { figure, median } from './measured/numbers.ts'

const records = 11_000
const rounds = 5
const stageCounts = [1, 4, 16] as const
// As many rows of 3 KB as a chunk of 64 KiB holds.
const perBatch = 22

interface Way {
  readonly words: string
  readonly lanes: number
  readonly synchronous?: boolean
  readonly batched?: boolean
  readonly wrapped?: boolean
}

const ways: readonly Way[] = [
  { words: '`free`, synchronous, records in batches', lanes: 1, synchronous: true, batched: true },
  { words: 'the same, under the wraps of the command', lanes: 1, synchronous: true, batched: true, wrapped: true },
  { words: '`free`, synchronous, records one by one', lanes: 1, synchronous: true },
  { words: 'asynchronous, width 1', lanes: 1 },
  { words: 'asynchronous, width 16', lanes: 16 },
  { words: 'asynchronous, width 16, records in batches', lanes: 16, batched: true },
  { words: 'the same, under the wraps of the command', lanes: 16, batched: true, wrapped: true },
]

interface Row {
  readonly at: number
}

const nowhere: Sink<unknown> = { write() {}, close() {} }

function* oneByOne(): Generator<Row> {
  for (let at = 0; at < records; at++) yield { at }
}

function* batches(): Generator<Batch> {
  for (let at = 0; at < records; at += perBatch)
    yield new Batch(Array.from({ length: perBatch }, (_, of) => ({ id: `${at + of}`, record: { at: at + of } })))
}

const identity = ({ lanes, synchronous = false }: Way, name: string): Stage<Row, Row> => ({
  name,
  cost: synchronous ? 'free' : 'cpu',
  lanes,
  rejects: {},
  run: synchronous ? record => record : async record => record,
})

interface Cost {
  readonly cpu: number
  readonly wall: number
}

const timed = async (work: () => Promise<unknown>): Promise<Cost> => {
  const cpu = process.cpuUsage()
  const wall = performance.now()
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { cpu: (user + system) / records, wall: ((performance.now() - wall) * 1000) / records }
}

const through = (way: Way, stages: number): Promise<Cost> => {
  const wraps: Wrap[] = way.wrapped ? [described(new Map()), metered(new Map()), forgiven()] : []
  let flow: Flow<Row> = from<Row>(way.batched ? batches() : oneByOne())
  for (let at = 0; at < stages; at++) flow = flow.through(identity(way, `stage-${at}`))
  return timed(() => runFlow(flow.into(nowhere), { wraps }))
}

const plainLoop = (stages: number): Promise<Cost> => {
  const chain = Array.from({ length: stages }, () => async (row: Row) => row)
  return timed(async () => {
    for (const row of oneByOne()) {
      let current = row
      for (const stage of chain) current = await stage(current)
      nowhere.write(current)
    }
  })
}

// Least squares: what a stage adds is the slope, what a record costs without any is where the line begins.
const line = (points: readonly (readonly [number, number])[]): { slope: number; start: number } => {
  const mean = (of: 0 | 1): number => points.reduce((sum, point) => sum + point[of], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const slope =
    points.reduce((sum, [px, py]) => sum + (px - x) * (py - y), 0) /
    points.reduce((sum, [px]) => sum + (px - x) ** 2, 0)
  return { slope, start: y - slope * x }
}

const overhead = async (): Promise<string> => {
  const names = ways.map(({ words }, at) => ({ name: `${at}`, words }))
  const costs = await interleaved(
    rounds,
    Object.fromEntries(
      stageCounts.flatMap(stages => [
        [`loop/${stages}`, () => plainLoop(stages)] as const,
        ...ways.map((way, at) => [`${at}/${stages}`, () => through(way, stages)] as const),
      ]),
    ),
  )
  return table(
    [
      '',
      ...stageCounts.map(count => `${count} stage${count > 1 ? 's' : ''}, µs CPU`),
      'a stage adds, µs CPU',
      'µs wall',
      'a record costs besides, µs CPU',
    ],
    [{ name: 'loop', words: '`for` loop that awaits each function' }, ...names].map(({ name, words }) => {
      const of = (what: keyof Cost) =>
        stageCounts.map(stages => [stages, median(costs(`${name}/${stages}`).map(cost => cost[what]))] as const)
      const cpu = line(of('cpu'))
      return [
        words,
        ...of('cpu').map(([, microseconds]) => figure(microseconds)),
        figure(cpu.slope),
        figure(line(of('wall')).slope),
        figure(cpu.start),
      ]
    }),
  )
}

const run = async (): Promise<string> =>
  [
    await overhead(),
    '',
    `${figure(records)} records through stages that hand on what they get, µs per record, medians of ${rounds} interleaved rounds in one warm process. ` +
      `A batch is ${perBatch} records, as many rows of 3 KB as one chunk holds. "The wraps of the command" are described, metered and forgiven.`,
  ].join('\n')

export default { question: 'What does the flow itself cost?', run }
