import { registerHooks } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { noInput } from '../lib/config/commands/no-input.ts'
import { takesStdin } from '../lib/config/open/inputs.ts'
import { openResources } from '../lib/config/open/open-resources.ts'
import { openSink } from '../lib/config/open/open-rows.ts'
import { openSource } from '../lib/config/open/open-source.ts'
import { stageDoor, stageShape } from '../lib/config/open/stage-door.ts'
import { type Config, readConfig } from '../lib/config/read-config.ts'
import { refuseForeign } from '../lib/config/refuse-foreign.ts'
import { AutoifError } from '../lib/errors.ts'
import { from, type Recipe } from '../lib/flow/recipe.ts'
import type { Resources } from '../lib/recipes/resources.ts'
import { screened } from '../lib/recipes/screening.ts'
import { stageNamed } from '../lib/recipes/stages.ts'
import type { Door } from '../lib/records/door.ts'
import { query } from '../lib/records/interchange/doors.ts'
import type { Query, Validated } from '../lib/records/records.ts'
import type { Sink } from '../lib/records/sink.ts'
import { ndjsonSink } from '../lib/sinks/ndjson.ts'
import { rejectsSink } from '../lib/sinks/rejects.ts'
import { pair } from '../lib/stages/3-queries/pair.ts'
import type { Reasons } from '../lib/wraps/described.ts'
import type { Command } from './command.ts'
import { conduct } from './conduct.ts'

// Files named behind the stage, or stdin; queries may be named as everywhere else.
const readsOf = ({ name, settings, files = [] }: Config): string => {
  const queries = name !== 'pair' && stageDoor(name).kind === query.kind ? settings.queries : '-'
  if (files.length > 0 && queries !== '-')
    throw new AutoifError('AUTOIF_USAGE', 'queries are named twice', {
      hint: `Name the files behind the stage or with --queries, not both.`,
    })
  return files.length > 0 ? files.join('\n') : queries
}

const recipeOf = async (
  config: Config,
  resources: Resources,
  stdin: NodeJS.Process['stdin'],
  out: Sink<never>,
  heard: (fault: AutoifError) => void,
): Promise<Recipe> => {
  const { name, settings, knobs } = config
  const opened = (paths: string, door: Door<object>) =>
    openSource(paths, door, settings, stdin, knobs.generateVerifiers.tolerant, heard) as never
  const read = readsOf(config)
  const records = from<never>(opened(read, stageDoor(name)))
  // What a dump would yield is what passes everything that a recipe asks of a query.
  if (name === 'screen') return records.by(screened(await resources.benchmarks(), knobs)).into(out)
  if (name !== 'pair') return records.through(await stageNamed(name)(resources, knobs)).into(out)
  if (takesStdin(settings.queries) && takesStdin(read)) {
    throw new AutoifError('AUTOIF_USAGE', 'stage pair takes instructions from stdin and queries from a file', {
      hint: 'Name the file with --queries.',
    })
  }
  const instructions = from<Validated>(opened(read, stageDoor(name)))
  const queries = from<Query>(opened(settings.queries, query), 'queries')
  return (knobs.pair.cycle ? instructions.cycled() : instructions)
    .join(queries, pull => pair({ pull, ...knobs.pair }))
    .into(out as never)
}

/** Runs one stage as a filter: NDJSON in, NDJSON out, in upstream's names. */
export const command: Command = async (typed, process) => {
  const config = readConfig(typed, process.env)
  const { name, settings } = config
  if (settings.import) {
    // Whoever registers a stage means this copy of the package, wherever the file lies.
    const face = import.meta.resolve(`../lib/index${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`)
    registerHooks({
      resolve: (name, context, next) =>
        name === 'autoif-stream' ? { url: face, shortCircuit: true } : next(name, context),
    })
    await import(pathToFileURL(resolve(settings.import)).href).catch(cause => {
      throw new AutoifError('AUTOIF_USAGE', `cannot load ${settings.import}: ${cause.message.split('\n')[0]}`, {
        cause,
      })
    })
  }
  if (name !== 'pair') stageNamed(name)
  refuseForeign(typed, name)
  if (process.stdin.isTTY && takesStdin(readsOf(config))) {
    const called = typed.command === 'verify' ? 'verify' : `stage ${name}`
    const queries = name === 'pair' ? ' --queries FILE' : ''
    throw noInput(called, 'records', `Name them behind it, autoif-stream ${called} FILE${queries}`)
  }
  if ([settings.rejects, settings.summary].includes('-'))
    throw new AutoifError('AUTOIF_USAGE', 'stdout is taken by the records', {
      hint: 'Name a file with --rejects and --summary.',
    })

  const resources = openResources(settings, process.env)
  try {
    const shape = stageShape(name, settings)
    const out = await openSink('-', process.stdout, (writable, sink) =>
      ndjsonSink<never>(writable, { name: sink, shape }),
    )
    const reasons: Reasons = new Map()
    const rejects = await openSink(settings.rejects, process.stdout, (writable, path) =>
      rejectsSink(writable, { name: path, words: (stage, why) => reasons.get(stage)?.[why] }),
    )
    const faults: AutoifError[] = []
    const recipe = await recipeOf(config, resources, process.stdin, out, fault => void faults.push(fault))
    const left = { stdout: true, files: settings.rejects !== '' }
    const reads = { read: readsOf(config), queries: settings.queries }
    return await conduct(
      { config, recipe, gate: name, rejects, reasons, reads, summaryPath: settings.summary, resources, left, faults },
      process,
    )
  } finally {
    // An idle writer at the other end would keep the process waiting for a line nobody wants.
    process.stdin.destroy()
    await resources.close()
  }
}
