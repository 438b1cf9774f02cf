import { rows } from './made/rows.ts'
import { built } from './measured/built.ts'
import { type Feeding, fed, type Sample } from './measured/fed.ts'
import { table } from './measured/markdown.ts'
import { figure } from './measured/numbers.ts'

const megabyte = 1e6
const early = 200
const late = 2000

const readerBytesPerSecond = 80 * megabyte

// Nearly every query is longer than `screen` allows, so that two gigabytes pass in the time a few thousand answers take.
const fitting = 0.0005

const cases: Readonly<Record<string, Feeding>> = {
  'stage screen, every row passes, slow reader': {
    command: built('stage', 'screen', '--quiet', '--longer-than', '0', '--shorter-than', '100000'),
    input: rows({ bytes: late * megabyte }),
    readerBytesPerSecond,
  },
  'the whole recipe, 1 query in 2,000 fits': {
    command: built('--model', 'rehearsal', '--quiet'),
    input: rows({ bytes: late * megabyte, fitting }),
  },
}

const peakUntil = (samples: readonly Sample[], fedMegabytes: number): number =>
  Math.max(...samples.filter(({ fed }) => fed <= fedMegabytes * megabyte).map(({ resident }) => resident))

const around = (samples: readonly Sample[], fedMegabytes: number): number => {
  const near = samples.filter(({ fed }) => Math.abs(fed / megabyte - fedMegabytes) <= fedMegabytes / 10)
  return near.reduce((sum, { resident }) => sum + resident, 0) / near.length
}

const run = async (): Promise<string> => {
  if (process.platform !== 'linux')
    return 'Not measured: the memory of a process tree is read from /proc, which only Linux has.'
  const lines: string[][] = []
  for (const [words, feeding] of Object.entries(cases)) {
    const { samples } = await fed(feeding)
    const [first, last] = [around(samples, early), around(samples, late)]
    lines.push([
      words,
      ...[first, last].map(bytes => figure(bytes / megabyte)),
      `${last > first ? '+' : '−'}${Math.round((100 * Math.abs(last - first)) / first)} %`,
      ...[early, late].map(until => figure(peakUntil(samples, until) / megabyte)),
    ])
  }
  return [
    table(
      ['', `MB at ${early} MB read`, `MB at ${figure(late)} MB read`, 'difference', `peak until ${early} MB`, 'peak'],
      lines,
    ),
    '',
    `Resident memory of the command and all its child processes, summed, looked at 20 times a second through /proc (Linux only): the mean around ` +
      `${early} MB and around ${figure(late)} MB of input, and the highest value until then. The input is made on the way and never on a disk; the slow reader takes ` +
      `${figure(readerBytesPerSecond / megabyte)} MB/s. The goal is a difference within 10 %.`,
  ].join('\n')
}

export default { question: 'Does memory stay flat, however much is read?', run }
