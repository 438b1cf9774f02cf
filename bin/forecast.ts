import { promptLengths } from '../lib/config/gauge/prompt-lengths.ts'
import { openHouse } from '../lib/config/open/open-house.ts'
import type { OpenResources } from '../lib/config/open/open-resources.ts'
import { pricesIn } from '../lib/config/open/prices-in.ts'
import type { Config } from '../lib/config/read-config.ts'
import type { Account } from '../lib/flow/ledger.ts'
import { from, type Source } from '../lib/flow/recipe.ts'
import { run } from '../lib/flow/run.ts'
import { guessed } from '../lib/gauge/guessed.ts'
import { costOf } from '../lib/models/budget/prices.ts'
import type { House } from '../lib/recipes/house.ts'
import { knownRecipe, wayOf } from '../lib/recipes/index.ts'
import { screened } from '../lib/recipes/screening.ts'
import type { Query } from '../lib/records/records.ts'
import { extrapolated, forecastLines, guessedFor } from '../lib/report/forecast.ts'

type Knobs = Config['knobs']

/** How many queries pass the screening, and their characters in the mean. Nothing is asked. */
const counted = async (queries: Source<Query>, benchmarks: House['benchmarks'], knobs: Knobs) => {
  let characters = 0
  const sink = {
    write: ({ query }: Query): void => {
      characters += query.length
    },
    close() {},
  }
  const { rows } = await run(from(queries, 'queries').by(screened(benchmarks, knobs)).into(sink))
  return { rows, length: rows > 0 ? characters / rows : 0 }
}

/** Counts the queries and says what they would take, going by replies that were published. */
export const dryRun = async (config: Config, resources: OpenResources, process: NodeJS.Process): Promise<number> => {
  const { settings, knobs } = config
  const { queries, benchmarks } = await openHouse(config, resources, process.stdin)
  const { rows, length } = await counted(queries, benchmarks, knobs)
  const lengths = promptLengths(knobs)
  const each = guessed(knownRecipe(config.name), knobs, {
    queryLength: length,
    promptLength: stage => lengths[stage],
    verified: settings.instructions !== '',
    samplesPerRequest: settings.samplesPerRequest,
  })
  const prices = pricesIn(settings.prices)
  const priced = Object.fromEntries(
    Object.entries(each).map(([stage, guess]) => {
      const model = stage === 'score' && settings.judgeModel ? settings.judgeModel : settings.model
      return [stage, { ...guess, cost: costOf(guess, prices.get(model)) ?? null }]
    }),
  )
  process.stdout.write(forecastLines(guessedFor(priced, rows)))
  process.stderr.write('A guess from published replies, good to half or twice as much; --pilot 100 measures.\n')
  return 0
}

/** Queries of a pilot that came to where they begin to cost something, those that were read ahead included. */
const passedIn = (stages: readonly Pick<Account, 'stage' | 'out'>[], gate: string): number =>
  stages[stages.findIndex(({ stage }) => stage === gate) - 1]?.out ?? 0

/** Says what a whole run will take, by what its first queries took and its `stages` booked; `rest` are the queries that were left. */
export const afterPilot = async (
  { name, settings, knobs }: Config,
  { budget, benchmarks }: OpenResources,
  stages: readonly Pick<Account, 'stage' | 'out'>[],
  rest: Source<Query>,
  process: NodeJS.Process,
): Promise<void> => {
  const passed = passedIn(stages, wayOf(name).gate)
  const piloted = Math.min(settings.pilot, passed)
  const { rows } = await counted(rest, await benchmarks(), knobs)
  const all = extrapolated(budget.byStage, piloted, passed + rows)
  process.stderr.write(`By what the first ${piloted} took, with 95 % of what chance allows for:\n${forecastLines(all)}`)
}
