import { asker } from '../lib/asker.ts'
import { journalOf } from '../lib/config/open/journal-path.ts'
import { openHouse, startsFrom } from '../lib/config/open/open-house.ts'
import { type OpenResources, openResources } from '../lib/config/open/open-resources.ts'
import { nowhere } from '../lib/config/open/open-rows.ts'
import { together } from '../lib/config/open/open-source.ts'
import { type Config, readConfig } from '../lib/config/read-config.ts'
import { openRunFolder } from '../lib/config/run-folder/run-folder.ts'
import { AutoifError } from '../lib/errors.ts'
import { Ledger } from '../lib/flow/ledger.ts'
import { run } from '../lib/flow/run.ts'
import type { Wrap } from '../lib/flow/stage.ts'
import type { Planned } from '../lib/models/batch/line.ts'
import { openPlan, type Plan } from '../lib/models/batch/plan.ts'
import { openPlanner, type Planner } from '../lib/models/batch/planner.ts'
import { recipeNamed, wayOf } from '../lib/recipes/index.ts'
import type { Sink } from '../lib/records/sink.ts'
import { planned } from '../lib/report/planned.ts'
import { forgiven } from '../lib/wraps/forgiven.ts'
import { limited } from '../lib/wraps/limited.ts'
import { metered } from '../lib/wraps/metered.ts'
import { planning, requestsOf } from '../lib/wraps/planning.ts'
import { asked } from './asked.ts'
import type { Command } from './command.ts'
import { onSignals } from './signals.ts'

/** Takes what reaches the end of a planned flow: requests that the run needs, in the order of the stream, within the budget of the run. */
const planSink = (plan: Plan, planner: Planner, { budget }: OpenResources): Sink<unknown> => ({
  async write(record) {
    for (const one of requestsOf<Planned>(record)) {
      if (plan.has(one)) continue
      const tokens = planner.expected(one)
      const pay = budget.around(one.called)(async () => {
        await plan.add(one, tokens)
        return { replies: Array(one.asking.n ?? 1).fill({ text: '' }), tokens }
      })
      await asker.run(one.stage, () => pay(one.prompt, one.asking))
    }
  },
  close() {},
})

const goals = ({ name, settings: { target, targetPairs } }: Config): readonly Wrap[] =>
  (
    [
      [wayOf(name).rows, target],
      ['to-dpo', targetPairs],
    ] as const
  )
    .filter(([, most]) => most < Number.POSITIVE_INFINITY)
    .map(([stage, most]) => limited(stage, most, () => {}))

const costOf = ({ byStage }: OpenResources['budget']): number | null =>
  Object.values(byStage).reduce<number | null>(
    (sum, { cost }) => (sum === null || cost === null ? null : sum + cost),
    0,
  )

const checked = (config: Config): Config => {
  if (config.settings.run === '')
    throw new AutoifError('AUTOIF_USAGE', 'a plan belongs to a run, and none is named', {
      hint: 'Name its directory with --run.',
    })
  const told = config.settings.dryRun ? 'dry-run' : config.settings.pilot > 0 ? 'pilot' : ''
  if (told)
    throw new AutoifError('AUTOIF_USAGE', `a plan is of all that is missing, and --${told} is for a run`, {
      hint: 'The files that are written say what they ask; nothing is asked before they are sent.',
    })
  const settings = { ...config.settings, offline: false }
  if (journalOf(settings) === '')
    throw new AutoifError('AUTOIF_USAGE', 'answers to a plan are kept in a journal, and there is none', {
      hint: 'Leave out --no-journal, or name one with --journal.',
    })
  return { ...config, settings }
}

/** Writes what a run would ask now as OpenAI Batch files; their paths go to stdout. */
export const command: Command = async (typed, process) => {
  const config = checked(readConfig(typed, process.env))
  const { settings, knobs, name } = config
  const recipe = recipeNamed(name)
  asked(typed, config, process, `plan ${name}`)
  const tell = (words: string): void => void (settings.quiet || process.stderr.write(words))
  const folder = await openRunFolder(config, startsFrom(config))
  const planner = openPlanner()
  const resources = openResources(settings, process.env, planner)
  const signals = onSignals(process)
  const faults: AutoifError[] = []
  const ledger = new Ledger()
  let plan: Plan | undefined
  let stopped = ''
  try {
    if (folder.differences.length > 0)
      tell(`${settings.run} was made otherwise:\n${folder.differences.map(one => `  ${one}\n`).join('')}`)
    plan = await openPlan(settings.run)
    const house = await openHouse(config, resources, process.stdin, fault => void faults.push(fault))
    const sink = planSink(plan, planner, resources)
    const cooked = recipe({ ...house, sft: nowhere, dpo: nowhere, [wayOf(name).main]: sink }, knobs)
    const wraps = [...goals(config), metered(new Map()), planning(planner.noting), forgiven()]
    const { drain, signal } = signals
    await run(cooked, { wraps, ledger, seed: settings.seed, drain, signal }).catch(error => {
      if (signal.aborted) return
      if (!AutoifError.is(error) || error.code !== 'AUTOIF_PAUSED') throw error
      stopped = `Stopped: ${error.message}.\n`
    })
    if (signals.code !== 0) {
      tell('Stopped, and nothing is planned; the same command again begins anew.\n')
      return signals.code
    }
    const fault = together(faults)
    if (fault) throw fault
    const files = await plan.finish()
    for (const { path } of files) process.stdout.write(`${path}\n`)
    const { rows } = plan
    const facts = { run: settings.run, rows, files, cost: costOf(resources.budget), adaptive: knobs.sample.adaptive }
    tell(`${planned(facts)}${stopped}`)
    return stopped ? 4 : 0
  } finally {
    signals.release()
    await plan?.discard()
    // An idle writer at the other end would keep the process waiting for a line nobody wants.
    process.stdin.destroy()
    await resources.close()
    folder.release()
  }
}
