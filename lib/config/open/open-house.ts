import { AutoifError } from '../../errors.ts'
import { fromPackage } from '../../package-folder.ts'
import type { House } from '../../recipes/house.ts'
import { wayOf } from '../../recipes/index.ts'
import { doors, query } from '../../records/interchange/doors.ts'
import { filledOnly } from '../../records/interchange/instructions.ts'
import type { Draw, Instruction } from '../../records/records.ts'
import { draws } from '../../sources/draws.ts'
import { noticed, onceWanted } from '../../sources/noticed.ts'
import { seedRows, seeds } from '../../sources/seeds.ts'
import type { Config } from '../read-config.ts'
import { takesStdin } from './inputs.ts'
import { openCompletions } from './open-completions.ts'
import { noModel } from './open-model.ts'
import { pairsFile } from './open-pairs.ts'
import { openPool } from './open-pool.ts'
import type { OpenResources } from './open-resources.ts'
import { openSource } from './open-source.ts'
import { tasksFile } from './tasks-file.ts'
import { unopenedNli } from './unopened.ts'

/** The seeds that ship with the package. */
export const ownSeeds = (): string => fromPackage('fixtures', 'seeds.txt')

/** The file whose content a run starts from, its queries aside. */
export const startsFrom = ({ name, settings }: Pick<Config, 'name' | 'settings'>): string => {
  const { begins, reads } = wayOf(name)
  if (reads === 'seed tasks') return tasksFile(settings)
  return begins === 'pairs' ? pairsFile(settings) : settings.seeds || ownSeeds()
}

// Who opens a house for whatever recipe may bring any seeds; what nobody has filled is refused before it is asked.
const knownSeeds = async ({ settings, name }: Beginning): Promise<readonly Instruction[]> => {
  const path = settings.seeds || ownSeeds()
  if (name === undefined || wayOf(name).fills) return seedRows(path)
  return (await seeds(path)).map(instruction => ({ instruction }))
}

type Beginning = Pick<Config, 'settings'> & Partial<Pick<Config, 'name'>>

/** The seeds themselves, then the draws of them that the teacher is shown: paper §3.1 unites seeds and augmented instructions. */
export const seedsAndDraws = async function* (
  config: Beginning & Pick<Config, 'knobs'>,
): AsyncGenerator<Draw | Instruction> {
  const known = await knownSeeds(config)
  yield* known
  const shots = known.map(one => (one.placeholders ? one : one.instruction))
  yield* draws(shots, { seed: config.settings.seed, ...config.knobs.draws })
}

/**
 * Fits out the house of a recipe, all but its sinks. Throws what cannot be had, before anything moves. `heard` is told of an input
 * that could not be read to its end.
 */
export const openHouse = async (
  config: Config,
  resources: OpenResources,
  stdin: AsyncIterable<Uint8Array>,
  heard?: (fault: AutoifError) => void,
): Promise<Omit<House, 'sft' | 'dpo'>> => {
  const { settings, knobs, name } = config
  if (wayOf(name).reads === 'seed tasks') return openPool(config, resources, heard)
  if (wayOf(name).reads === 'completions') return openCompletions(config, resources, stdin, heard)
  const { tolerant } = knobs.generateVerifiers
  const { begins, infers, fills } = wayOf(name)
  if (settings.model === '') throw noModel()
  if (begins === 'pairs' && settings.instructions)
    throw new AutoifError(
      'AUTOIF_USAGE',
      `recipe ${name} has an instruction made for every query and takes no others`,
      {
        hint: 'Leave out --instructions, or run autoif, which puts them to queries.',
      },
    )
  if (settings.instructions === '-' && takesStdin(settings.queries))
    throw new AutoifError('AUTOIF_USAGE', 'instructions and queries cannot both come from stdin', {
      hint: 'Name a file with --queries or with --instructions.',
    })
  const verifiedEarlier = settings.instructions
    ? openSource(
        settings.instructions,
        fills ? doors.compose : filledOnly,
        { ...settings, inputFormat: 'ndjson', queryField: '' },
        stdin,
        tolerant,
        heard,
      )
    : undefined
  if (begins === 'seeds' && !verifiedEarlier) await knownSeeds(config)
  const { source: queries, promising } = noticed(openSource(settings.queries, query, settings, stdin, tolerant, heard))
  return {
    // Nobody is paid for instructions before there is a query to put them to.
    draws: onceWanted(seedsAndDraws(config), promising),
    instructions: (verifiedEarlier && onceWanted(verifiedEarlier, promising)) as House['instructions'],
    queries: queries as unknown as House['queries'],
    ...(begins === 'pairs' ? { pairs: await resources.pairs() } : {}),
    benchmarks: await resources.benchmarks(),
    model: await resources.model(),
    judge: await resources.judge(),
    sandbox: await resources.sandbox(),
    // Instructions that come verified have been compared already.
    nli: infers && !verifiedEarlier ? await resources.nli() : unopenedNli,
  }
}
