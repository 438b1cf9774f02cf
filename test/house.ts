import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import t from 'tap'

// Who may enter whose room; `type:` marks a door that only types may use. HOUSE rules, in one table.
const doors: Record<string, readonly string[]> = {
  text: [],
  records: ['text'],
  flow: ['records'],
  prompts: ['text'],
  models: ['text', 'prompts'],
  nli: ['records'],
  sandbox: [],
  sources: ['records', 'text'],
  sinks: ['records', 'text'],
  training: ['sinks'],
  stages: ['flow', 'records', 'text', 'prompts', 'type:models', 'type:nli', 'type:sandbox'],
  wraps: ['flow', 'type:records'],
  gauge: ['type:models', 'type:recipes'],
  recipes: ['flow', 'stages', 'type:records', 'type:models', 'type:nli', 'type:sandbox'],
  report: ['flow', 'type:models', 'type:wraps', 'type:gauge'],
  config: [
    'recipes',
    'text',
    'prompts',
    'models',
    'nli',
    'sandbox',
    'sources',
    'sinks',
    'training',
    'wraps',
    'records',
    'flow',
    'report',
    'gauge',
  ],
  bin: [
    'config',
    'recipes',
    'flow',
    'report',
    'wraps',
    'sources',
    'sinks',
    'training',
    'records',
    'stages',
    'models',
    'nli',
    'sandbox',
    'gauge',
  ],
}
const everyones = new Set(['errors', 'random', 'asker', 'package-folder'])

// One package, one room: whoever replaces a package opens one folder.
const packages: Record<string, readonly string[]> = {
  highland: ['flow'],
  ndjson: ['sinks', 'sources'],
  hyparquet: ['sources', 'sinks'],
  'hyparquet-writer': ['sinks'],
  'hyparquet-compressors': ['sources'],
  undici: ['models'],
  piscina: ['sandbox'],
  'isolated-vm': ['sandbox'],
  pyodide: ['sandbox'],
  'onnxruntime-node': ['nli'],
  '@huggingface/tokenizers': ['nli'],
  '@huggingface/hub': ['nli'],
  jsonrepair: ['text'],
  'eld/medium': ['text'],
  commander: ['config'],
  yaml: ['config'],
  'cli-table3': ['report'],
  'log-update': ['report'],
}

// Files that may pass 150 lines, each with the day and the reason.
const longer: Record<string, string> = {}

const files = [...globSync('lib/**/*.ts'), ...globSync('bin/*.ts')].filter(file => file !== 'lib/index.ts').sort()
const room = (file: string): string => {
  const path = relative('.', file)
  return path.startsWith('bin/') ? 'bin' : (path.split('/')[1] ?? '').replace(/\.ts$/, '')
}

t.test('every file stays in its room and enters only where it may', async t => {
  for (const file of files) {
    const own = room(file)
    const source = readFileSync(file, 'utf8')
    const statements = source.matchAll(
      /(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/g,
    )
    for (const [, type, from = '', lazy = ''] of statements) {
      const target = from || lazy
      // Answers are kept in one folder: whoever replaces the store opens that.
      if (target === 'node:sqlite') t.match(file, /^lib\/models\/journal\//, `${file} may import ${target}`)
      if (target.startsWith('node:')) continue
      if (!target.startsWith('.')) {
        t.ok(
          packages[target]?.includes(own),
          `${file}: the package ${target} lives in ${packages[target] ?? 'no room'}`,
        )
        continue
      }
      const entered = room(join(dirname(file), target))
      const sibling = entered === own && own !== 'stages'
      const allowed =
        sibling ||
        everyones.has(entered) ||
        doors[own]?.includes(entered) ||
        (type && doors[own]?.includes(`type:${entered}`))
      t.ok(allowed, `${file} may enter ${entered}`)
    }
  }
})

t.test('no files import each other, not even in a round', async t => {
  const imports = new Map(
    files.map(file => {
      const found = readFileSync(file, 'utf8').matchAll(/(?:import|export)\s[^'";]*?\sfrom\s+'(\.[^']+)'/g)
      return [file, [...found].map(([, target = '']) => join(dirname(file), target))] as const
    }),
  )
  const done = new Set<string>()
  const visit = (file: string, above: readonly string[]): void => {
    if (above.includes(file)) t.fail([...above.slice(above.indexOf(file)), file].join(' -> '))
    if (above.includes(file) || done.has(file)) return
    for (const next of imports.get(file) ?? []) visit(next, [...above, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  t.equal(done.size, files.length)
})

t.test('no file outgrows its room', async t => {
  for (const file of files) {
    const lines = readFileSync(file, 'utf8').split('\n').length - 1
    t.ok(lines <= 150 || longer[file], `${file}: ${lines} lines`)
  }
  const lengths = files.map(file => readFileSync(file, 'utf8').split('\n').length - 1).sort((a, b) => a - b)
  t.ok((lengths[Math.floor(lengths.length / 2)] ?? 0) <= 60, 'the median is 60 lines at most')
})

t.test('a stage is called what its file is called', async t => {
  for (const file of globSync('lib/stages/*/*.ts')) {
    t.match(readFileSync(file, 'utf8'), `name: '${basename(file, '.ts')}'`, file)
  }
})

t.test('a stage imports no package, and no stage, source, sink or wrap', async t => {
  for (const file of globSync('lib/stages/*/*.ts')) {
    t.notMatch(
      readFileSync(file, 'utf8'),
      /from '(?:[^.]|\.\.?\/[a-z-]+\.ts|.*\/(?:stages|sources|sinks|wraps)\/)/,
      file,
    )
  }
})

t.test('every file of lib has its test twin, unless it holds only types', async t => {
  for (const file of files.filter(file => file.startsWith('lib/'))) {
    const source = readFileSync(file, 'utf8')
    const onlyTypes = !/^export (?:const|class|function|async|default)/m.test(source)
    // The families are one list and are held to one rule; a process for each of them would test nothing more.
    const twin = file.replace(/^lib/, 'test').replace(/(\/families\/).*/, '$1index.ts')
    t.ok(onlyTypes || globSync(twin).length === 1, `${file} is tested in ${twin}`)
  }
})

t.test('there is no drawer for things without a room', async t => {
  for (const file of files) t.notMatch(file, /(?:utils?|helpers?|common|types|misc)(?:\.ts|\/)/)
})

t.test('every prompt is used, and every prompt that is used is there', async t => {
  const used = new Set(
    files.flatMap(file =>
      [...readFileSync(file, 'utf8').matchAll(/(?:prompt|template)\('([a-z-]+)'/g)].map(([, name]) => name),
    ),
  )
  const there = new Set(globSync('lib/prompts/*.md').map(file => basename(file, '.md')))
  t.same([...used].sort(), [...there].sort())
})
