import { openHouse, startsFrom } from '../lib/config/open/open-house.ts'
import { openResources } from '../lib/config/open/open-resources.ts'
import { openSinks, outputsOf } from '../lib/config/open/open-sinks.ts'
import { outputFacts, type Written } from '../lib/config/open/written.ts'
import { type Config, readConfig } from '../lib/config/read-config.ts'
import { madeBy } from '../lib/config/run-folder/made.ts'
import { openRunFolder, type RunFolder } from '../lib/config/run-folder/run-folder.ts'
import type { AutoifError } from '../lib/errors.ts'
import { recipeNamed, wayOf } from '../lib/recipes/index.ts'
import type { CardFacts } from '../lib/report/card.ts'
import type { Summary } from '../lib/report/summary.ts'
import { parted } from '../lib/sources/parted.ts'
import type { Reasons } from '../lib/wraps/described.ts'
import { asked } from './asked.ts'
import type { Command } from './command.ts'
import { conduct } from './conduct.ts'

const left = async (
  config: Config,
  facts: object,
  written: readonly Written[],
  stderr: NodeJS.WritableStream,
): Promise<void> => {
  const { leave } = await import('../lib/config/run-folder/leave.ts')
  const folder = config.settings.run
  const files = written.filter(({ path }) => path !== '-').map(one => ({ ...one, folder }))
  const kept = await leave(config, facts as CardFacts, files)
  if (kept && !config.settings.quiet) stderr.write(`${kept} is not a card of ours and stays as it is.\n`)
}

/** Runs a recipe from queries to rows. */
export const command: Command = async (typed, process) => {
  const config = readConfig(typed, process.env)
  const { settings, knobs, name } = config
  const recipe = recipeNamed(name)
  asked(typed, config, process, name)
  if (settings.dryRun) {
    const resources = openResources({ ...settings, journal: '' }, process.env)
    try {
      const { dryRun } = await import('./forecast.ts')
      return await dryRun(config, resources, process)
    } finally {
      process.stdin.destroy()
      await resources.close()
    }
  }
  const resources = openResources(settings, process.env)
  let folder: RunFolder | undefined
  try {
    if (settings.run) folder = await openRunFolder(config, startsFrom(config))
    if (folder && folder.differences.length > 0 && !settings.quiet)
      process.stderr.write(
        `${settings.run} was made otherwise; answers that still fit are used again, files are written anew:\n${folder.differences.map(one => `  ${one}\n`).join('')}`,
      )
    if (folder && folder.stale.length > 0 && !settings.quiet)
      process.stderr.write(
        `${settings.run} still holds what this run does not make: ${folder.stale.join(', ')}, from an earlier attempt\n`,
      )
    const faults: AutoifError[] = []
    const opened = await openHouse(config, resources, process.stdin, fault => void faults.push(fault))
    const parts = settings.pilot > 0 ? parted(opened.queries) : undefined
    const house = parts ? { ...opened, queries: parts.first } : opened
    const { main, gate } = wayOf(name)
    const makes = madeBy(config)
    const outputs = outputsOf(settings, main, makes)
    const reasons: Reasons = new Map()
    const { rejects, written, ...sinks } = await openSinks(
      settings,
      outputs,
      process.stdout,
      (stage, why) => reasons.get(stage)?.[why],
      main,
      makes,
    )
    const cooked = recipe({ ...house, ...sinks }, knobs)
    let stages: Summary['stages'] = []
    const code = await conduct(
      {
        config,
        recipe: cooked,
        gate,
        rejects,
        reasons,
        reads: { queries: settings.queries, completions: settings.queries, instructions: settings.instructions },
        summaryPath: outputs.summary,
        resources,
        left: {
          stdout: written.some(({ path }) => path === '-'),
          files: outputs.rejects !== '' || written.some(({ path }) => path !== '-'),
        },
        faults,
        outputs: () => outputFacts(written, settings.run),
        leave: async facts => {
          stages = facts.stages
          if (settings.run) await left(config, facts, written, process.stderr)
        },
      },
      process,
    )
    if (parts && code === 0)
      await (await import('./forecast.ts')).afterPilot(config, resources, stages, parts.rest, process)
    return code
  } finally {
    // An idle writer at the other end would keep the process waiting for a line nobody wants.
    process.stdin.destroy()
    await resources.close()
    folder?.release()
  }
}
