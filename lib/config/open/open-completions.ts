import { AutoifError } from '../../errors.ts'
import type { House } from '../../recipes/house.ts'
import type { Door } from '../../records/door.ts'
import { Batch } from '../../records/envelope.ts'
import { completion, seedRow } from '../../records/interchange/completions.ts'
import type { Config } from '../read-config.ts'
import { takesStdin } from './inputs.ts'
import { noModel } from './open-model.ts'
import type { OpenResources } from './open-resources.ts'
import { openSource } from './open-source.ts'
import { unopenedNli, unopenedSandbox } from './unopened.ts'

// A seed that comes in as a completion, too, is another record.
const seedsFirst = async function* (seeds: AsyncIterable<Batch>, texts: AsyncIterable<Batch>): AsyncGenerator<Batch> {
  for await (const { envelopes } of seeds) yield new Batch(envelopes.map(one => ({ ...one, id: `seed-${one.id}` })))
  yield* texts
}

/**
 * The house of a recipe that begins with completions: seeds, if there are any, then the texts to find instructions for. Neither
 * sandbox nor NLI is opened. Throws AUTOIF_USAGE when a model is missing, or stdin is to be read as both. `heard` is told of an
 * input that could not be read to its end or that holds something else.
 */
export const openCompletions = async (
  { settings }: Config,
  resources: OpenResources,
  stdin: AsyncIterable<Uint8Array>,
  heard: (fault: AutoifError) => void = () => {},
): Promise<Omit<House, 'sft' | 'dpo'>> => {
  const { queries, seedRows, model, backwardModel, judgeModel } = settings
  if (model === '' && (backwardModel === '' || judgeModel === '')) throw noModel()
  if (seedRows === '-' && takesStdin(queries))
    throw new AutoifError('AUTOIF_USAGE', 'seeds and completions cannot both come from stdin', {
      hint: 'Name a file with --queries or with --seed-rows.',
    })
  const opened = (paths: string, door: Door<object>): AsyncIterable<Batch> =>
    openSource(paths, door, settings, stdin, true, heard)
  const texts = opened(queries, completion)
  const completions = seedRows ? seedsFirst(opened(seedRows, seedRow), texts) : texts
  const backward = await resources.backward()
  return {
    draws: [],
    queries: [],
    completions: completions as unknown as House['completions'],
    benchmarks: await resources.benchmarks(),
    model: backward,
    backward,
    judge: await resources.judge(),
    sandbox: unopenedSandbox,
    nli: unopenedNli,
  }
}
