import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rows } from './made/rows.ts'
import { built } from './measured/built.ts'
import { fed } from './measured/fed.ts'
import { interleaved } from './measured/interleaved.ts'
import { table } from './measured/markdown.ts'
import { figure, median } from './measured/numbers.ts'
import { profiled } from './measured/profile.ts'

const concurrencies = [1, 16, 64]
const rounds = 2
const input = [...rows({ bytes: 3e6 })]

interface Summary {
  readonly seconds: number
  readonly rows: number
  readonly sandbox: { readonly verdicts: Readonly<Record<string, number>> }
  readonly stages: readonly {
    readonly stage: string
    readonly entered: number
    readonly out: number
    readonly milliseconds: number
  }[]
}

interface Outcome {
  readonly summary: Summary
  readonly cpu: number
  readonly peak: number
  readonly rooms: ReadonlyMap<string, number>
}

const once = async (concurrency: number, profile: boolean): Promise<Outcome> => {
  const folder = mkdtempSync(join(tmpdir(), 'autoif-bench-'))
  try {
    const [node = '', ...command] = built('--model', 'rehearsal', '--quiet', '--concurrency', `${concurrency}`)
    const profiling = profile ? ['--cpu-prof', `--cpu-prof-dir=${join(folder, 'profile')}`] : []
    const { samples, cpu } = await fed({ command: [node, ...profiling, ...command, '--run', folder], input })
    return {
      summary: JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')),
      cpu,
      peak: Math.max(...samples.map(({ resident }) => resident)),
      rooms: profile ? profiled(join(folder, 'profile')) : new Map(),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const verdictsOf = ({ sandbox }: Summary): number =>
  Object.values(sandbox.verdicts).reduce((sum, count) => sum + count, 0)

const run = async (): Promise<string> => {
  const outcomes = await interleaved(
    rounds,
    Object.fromEntries(concurrencies.map(concurrency => [`${concurrency}`, () => once(concurrency, false)])),
  )
  const profile = await once(16, true)
  const lines = concurrencies.map(concurrency => {
    const runs = outcomes(`${concurrency}`)
    const mid = (of: (outcome: Outcome) => number): string => figure(median(runs.map(of)))
    return [
      `--concurrency ${concurrency}`,
      mid(({ summary }) => summary.rows / summary.seconds),
      mid(({ summary, cpu }) => summary.rows / cpu),
      mid(({ summary }) => verdictsOf(summary) / summary.seconds),
      mid(({ cpu }) => cpu),
      mid(({ summary }) => summary.seconds),
      mid(({ peak }) => peak / 1e6),
    ]
  })
  return [
    table(['', 'rows/s', 'rows per CPU second', 'verdicts/s', 'CPU s', 's', 'peak MB'], lines),
    '',
    words(profile.summary),
    '',
    where(profile),
  ].join('\n')
}

const words = ({ rows, stages, ...summary }: Summary): string => {
  const queries = stages.find(({ stage }) => stage === 'queries')?.out ?? 0
  return (
    `The whole recipe with the built-in teacher, which answers at once, on ${figure(queries)} made queries: from seeds to ${figure(rows)} SFT rows by way of ` +
    `${figure(verdictsOf({ ...summary, rows, stages }))} verdicts. CPU and memory are those of all its processes, memory as Linux counts it (shared pages twice); medians of ${rounds} interleaved rounds. ` +
    'A real model answers in seconds what this one answers in microseconds, so these figures are what the pipeline itself can carry, not what a run will do.'
  )
}

const where = ({ cpu, rooms, summary }: Outcome): string => {
  const main = [...rooms.values()].reduce((sum, seconds) => sum + seconds, 0)
  const share = (seconds: number): string => `${Math.round((100 * seconds) / cpu)} %`
  const largest = [...rooms].sort(([, a], [, b]) => b - a).slice(0, 8)
  const timed = summary.stages.filter(({ milliseconds }) => milliseconds > 0)
  return [
    `Where the CPU goes at --concurrency 16, from one run under \`--cpu-prof\`: ${share(main)} is the main thread (${largest
      .map(([room, seconds]) => `${room} ${share(seconds)}`)
      .join(', ')}); the other ${share(cpu - main)} are the sandbox's processes, the NLI thread and V8's helpers.`,
    '',
    'How long a record stays in a stage that is not free, its waiting for a turn included:',
    '',
    table(
      ['stage', 'records', 'ms each'],
      timed.map(({ stage, entered, milliseconds }) => [stage, figure(entered), figure(milliseconds / entered)]),
    ),
  ].join('\n')
}

export default { question: 'How fast is the whole pipe when the model costs nothing?', run }
