import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { openSinks, outputsOf } from '../lib/config/open/open-sinks.ts'
import { settings } from '../lib/config/settings.ts'
import { integer, seeded } from '../lib/random.ts'
import type { Lineage } from '../lib/records/rows.ts'
import type { Sink } from '../lib/records/sink.ts'
import { formats } from '../lib/sinks/shapes/index.ts'
import type { Kind, Rows } from '../lib/sinks/shapes/parts.ts'
import { rows as madeRows } from './made/rows.ts'
import { built } from './measured/built.ts'
import { fed } from './measured/fed.ts'
import { interleaved } from './measured/interleaved.ts'
import { table } from './measured/markdown.ts'
import { figure, median } from './measured/numbers.ts'

const count = 20_000
const rounds = 5
const wholeRounds = 2
const kinds = Object.keys(formats) as Kind[]

/** One format of a kind that stands for it, and all of them. */
const outputsOfKind = (kind: Kind, all: boolean): readonly string[] => {
  const names = Object.keys(formats[kind])
  return all ? names : names.slice(0, 1)
}

const random = seeded('bench sinks')
const texts = [...madeRows({ bytes: 3e6 })]
  .flatMap(chunk => chunk.toString().trimEnd().split('\n'))
  .flatMap(line => (JSON.parse(line) as { conversations: readonly { readonly value: string }[] }).conversations)
  .map(({ value }) => value)
const drawn = (): string => texts[integer(random, texts.length)] as string

const code = 'def evaluate(response):\n    words = response.split()\n    return 40 <= len(words) <= 60\n'
const lineage = (at: number): Lineage => ({
  id: `${at}.1`,
  model: 'made',
  instruction: 'Answer in 40 to 60 words.',
  query: drawn().slice(0, 120),
  pass_rate: 1,
})

const made: { readonly [One in Kind]: (at: number) => Rows[One] } = {
  sft: at => ({ prompt: drawn().slice(0, 160), response: drawn(), lineage: lineage(at) }),
  dpo: at => ({ prompt: drawn().slice(0, 160), chosen: drawn(), rejected: drawn(), lineage: lineage(at) }),
  kto: at => ({ prompt: drawn().slice(0, 160), response: drawn(), label: at % 2 === 0, lineage: lineage(at) }),
  rlvr: at => ({
    prompt: drawn().slice(0, 160),
    instruction: 'Answer in 40 to 60 words.',
    verifiers: [1, 2, 3].map(() => ({ code, accuracy: 1 })),
    cases: [1, 2, 3, 4].map(one => ({ input: drawn().slice(0, 200), expected: one > 2 })),
    lineage: lineage(at),
  }),
}

interface Cost {
  /** Microseconds of CPU for a row, however many formats it is written in. */
  readonly cpu: number
}

const writing = async (kind: Kind, all: boolean): Promise<Cost> => {
  const folder = mkdtempSync(join(tmpdir(), 'autoif-bench-'))
  try {
    const path = (name: string): string => join(folder, `${name}.jsonl`)
    const [first = '', ...others] = outputsOfKind(kind, all)
    const also = kind === 'sft' ? others : [first, ...others]
    const told = {
      ...settings,
      sft: kind === 'sft' ? path(first) : '-',
      also: also.map(name => `${name}=${path(name)}`).join('\n'),
    }
    const sinks = await openSinks(told, outputsOf(told), new PassThrough(), () => undefined)
    const sink = (sinks[kind] ?? sinks.sft) as Sink<unknown>
    const rows = Array.from({ length: count }, (_, at) => made[kind](at))
    const before = process.cpuUsage()
    for (const row of rows) {
      const wait = sink.write(row)
      if (wait) await wait
    }
    await sink.close(true)
    const { user, system } = process.cpuUsage(before)
    for (const other of [sinks.sft, sinks.rejects]) if (other !== sink) await other.close(true)
    return { cpu: (user + system) / count }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const input = [...madeRows({ bytes: 2e6 })]
const everything = [...kinds.flatMap(kind => Object.keys(formats[kind])), 'instruction-ranking']

const wholeRun = async (also: readonly string[]): Promise<{ readonly cpu: number; readonly rows: number }> => {
  const folder = mkdtempSync(join(tmpdir(), 'autoif-bench-'))
  try {
    const flags = also.flatMap(name => ['--also', name])
    const { cpu } = await fed({ command: built('--model', 'rehearsal', '--quiet', '--run', folder, ...flags), input })
    const { outputs } = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')) as {
      readonly outputs: readonly { readonly rows: number }[]
    }
    return { cpu, rows: outputs.reduce((sum, { rows }) => sum + rows, 0) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const run = async (): Promise<string> => {
  const cost = await interleaved(
    rounds,
    Object.fromEntries(
      kinds.flatMap(kind => [false, true].map(all => [`${kind}/${all}`, () => writing(kind, all)] as const)),
    ),
  )
  const whole = await interleaved(wholeRounds, { few: () => wholeRun([]), all: () => wholeRun(everything) })
  const lines = kinds.map(kind => {
    const of = (all: boolean): number => median(cost(`${kind}/${all}`).map(({ cpu }) => cpu))
    const all = outputsOfKind(kind, true).length
    return [
      kind,
      figure(of(false)),
      `${all}`,
      figure(of(true)),
      `${figure(of(true) / of(false))} ×`,
      `${figure(of(true) / all / of(false))} ×`,
    ]
  })
  const mid = (name: 'few' | 'all', what: 'cpu' | 'rows'): number => median(whole(name).map(one => one[what]))
  const wholeLines = (['few', 'all'] as const).map(name => [
    name === 'few' ? 'SFT rows and DPO pairs' : `those and ${everything.length} files more`,
    figure(mid(name, 'rows')),
    figure(mid(name, 'cpu')),
    figure((mid(name, 'cpu') * 1000) / mid(name, 'rows')),
  ])
  return [
    table(
      [
        'rows',
        'in one format, µs CPU a row',
        'formats',
        'in all of them, µs CPU a row',
        'all against one',
        'a written row',
      ],
      lines,
    ),
    '',
    `${figure(count)} made rows of each kind (responses of 400 to 2,200 characters) into files, medians of ${rounds} interleaved rounds in one process, ` +
      'threads that write and compress included. "A written row" sets the cost of a row in a file among all against that of one alone: parts of a row are turned into JSON once for all formats.',
    '',
    table(['the whole recipe with the built-in teacher', 'rows written', 'CPU s', 'ms CPU a written row'], wholeLines),
    '',
    `Writing everything at once costs the run ${figure(mid('all', 'cpu') / mid('few', 'cpu'))} times the CPU of the two usual files, the room for pairs of cases and its share of verdicts included. The goal is less than twice.`,
  ].join('\n')
}

export default { question: 'What does it cost to write every format at once?', run }
