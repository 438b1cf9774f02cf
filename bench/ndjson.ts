import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fromPackage } from '../lib/package-folder.ts'
import { rows } from './made/rows.ts'
import { built } from './measured/built.ts'
import { type Cost, filter, versionOf } from './measured/filter.ts'
import { interleaved } from './measured/interleaved.ts'
import { table } from './measured/markdown.ts'
import { figure, median, spread } from './measured/numbers.ts'

const megabytes = 300
const rounds = 3

const python = `import sys, json
for line in sys.stdin:
    sys.stdout.write(json.dumps(json.loads(line)) + "\\n")`

const everything = ['--longer-than', '0', '--shorter-than', '100000']
const quiet = ['--quiet']

const ours = {
  'autoif-stream stage screen, every row passes': built('stage', 'screen', ...quiet, ...everything),
  'autoif-stream stage screen, half of the rows pass': built('stage', 'screen', ...quiet, '--shorter-than', '160'),
  'autoif-stream stage …, every row made anew': built(
    'stage',
    'rewrite',
    ...quiet,
    '--import',
    fromPackage('bench', 'made', 'rewrite.js'),
  ),
}
const peers = { 'jq -c .': ['jq', '-c', '.'], 'python3, json.loads and json.dumps': ['python3', '-c', python] }

const run = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'autoif-bench-'))
  try {
    const file = join(folder, 'rows.jsonl')
    await pipeline(Readable.from(rows({ bytes: megabytes * 1e6 })), createWriteStream(file))
    const { size } = await stat(file)
    const present = Object.entries(peers).filter(([, [command = '']]) => versionOf(command))
    const commands: Record<string, readonly string[]> = { cat: ['cat'], ...ours, ...Object.fromEntries(present) }
    const costs = await interleaved(
      rounds,
      Object.fromEntries(Object.entries(commands).map(([name, command]) => [name, () => filter(file, command)])),
    )
    return [figures(Object.keys({ cat: 0, ...ours, ...peers }), costs, size), '', words(size)].join('\n')
  } finally {
    await rm(folder, { recursive: true })
  }
}

const figures = (names: readonly string[], costs: (name: string) => readonly Cost[], size: number): string => {
  const cpu = (name: string): number => median(costs(name).map(({ cpu }) => cpu))
  const against = (name: string, peer: string): string =>
    costs(peer).length > 0 && name in ours ? `${figure(cpu(peer) / cpu(name))} ×` : ''
  const [jq, py] = Object.keys(peers) as [string, string]
  return table(
    ['', 'MB per CPU second', 'MB/s', 'CPU s', 'spread', 'MB out', 'per core, against jq', 'against Python'],
    names.map(name => {
      const runs = costs(name)
      if (runs.length === 0) return [`\`${name}\``, 'not on this machine', '', '', '', '', '', '']
      const wall = median(runs.map(({ wall }) => wall))
      return [
        `\`${name}\``,
        name === 'cat' ? '' : figure(size / 1e6 / cpu(name)),
        figure(size / 1e6 / wall),
        figure(cpu(name)),
        spread(runs.map(({ cpu }) => cpu)),
        figure((runs[0] as Cost).outBytes / 1e6),
        against(name, jq),
        against(name, py),
      ]
    }),
  )
}

const words = (size: number): string =>
  `\`cat rows.jsonl | … | wc -c\` with ${figure(size / 1e6)} MB of made ShareGPT-like rows of about 3 KB, medians of ${rounds} interleaved rounds, ` +
  `start of the process included. Peers: ${versionOf('jq') ?? 'no jq here'}, ${versionOf('python3') ?? 'no Python here'}; Python is asked ` +
  '`for line in sys.stdin: sys.stdout.write(json.dumps(json.loads(line)) + "\\n")`. A row that a stage only lets through leaves as the bytes it ' +
  'came in, which is why `screen` costs no stringify; a stage that changes the row pays it, as the peers do.'

export default { question: 'Is a stage that filters NDJSON as fast as jq and as Python?', run }
