import { commandLine } from '../lib/config/command-line.ts'
import { openHouse } from '../lib/config/open-house.ts'
import { openResources } from '../lib/config/open-resources.ts'
import { openSinks, outputsOf } from '../lib/config/open-sinks.ts'
import { readConfig } from '../lib/config/read-config.ts'
import { recipeNamed } from '../lib/recipes/index.ts'
import type { Reasons } from '../lib/wraps/described.ts'
import type { Command } from './command.ts'
import { conduct } from './conduct.ts'

/** Runs a recipe from queries to rows. */
export const command: Command = async (typed, process) => {
  const config = readConfig(typed, process.env)
  const { settings, knobs, name } = config
  const recipe = recipeNamed(name)
  if (settings.queries === '-' && process.stdin.isTTY) {
    process.stderr.write(commandLine(() => {}).helpInformation())
    return 2
  }
  const resources = openResources(settings, process.env)
  try {
    const house = await openHouse(config, resources, process.stdin)
    const outputs = outputsOf(settings)
    const reasons: Reasons = new Map()
    const { sft, dpo, rejects } = await openSinks(
      settings,
      outputs,
      process.stdout,
      (stage, why) => reasons.get(stage)?.[why],
    )
    const cooked = recipe({ ...house, sft, dpo }, knobs)
    return await conduct({ config, recipe: cooked, rejects, reasons, summaryPath: outputs.summary, resources }, process)
  } finally {
    // An idle writer at the other end would keep the process waiting for a line nobody wants.
    process.stdin.destroy()
    await resources.close()
  }
}
