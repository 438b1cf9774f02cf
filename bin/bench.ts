import { availableParallelism } from 'node:os'
import { measuring } from '../lib/config/commands/gauge-options.ts'
import { gaugeEndpoint } from '../lib/config/gauge/gauge-endpoint.ts'
import { gaugeMachine } from '../lib/config/gauge/gauge-machine.ts'
import { gaugeMaterial } from '../lib/config/gauge/gauge-material.ts'
import { noModel } from '../lib/config/open/open-model.ts'
import { probeFor } from '../lib/config/open/open-probe.ts'
import { openResources } from '../lib/config/open/open-resources.ts'
import { readConfig } from '../lib/config/read-config.ts'
import { refuseForeign } from '../lib/config/refuse-foreign.ts'
import { version } from '../lib/config/version.ts'
import { AutoifError } from '../lib/errors.ts'
import { advice } from '../lib/gauge/advice.ts'
import type { Gauged } from '../lib/gauge/gauged.ts'
import { queriesPerSecond } from '../lib/gauge/queries-per-second.ts'
import { assumed } from '../lib/gauge/workload.ts'
import { workload } from '../lib/gauge/workloads/index.ts'
import { knownRecipe, wayOf } from '../lib/recipes/index.ts'
import { gaugeTable } from '../lib/report/gauge-table.ts'
import type { Command } from './command.ts'

const above0 = (flag: string, text: unknown, whole: boolean): number => {
  const value = Number(text)
  if (value > 0 && Number.isFinite(value) && (!whole || Number.isInteger(value))) return value
  throw new AutoifError(
    'AUTOIF_USAGE',
    `--${flag} takes a ${whole ? 'whole ' : ''}number above 0, not ${JSON.stringify(text)}`,
  )
}

/** Measures this machine and, where one is named, an endpoint; says what a run will wait for and which settings follow. */
export const command: Command = async ({ options, ...typed }, process) => {
  const { json, seconds: asked, 'reply-tokens': most, ...given } = options
  const seconds = above0('seconds', asked, false)
  const replyTokens = above0('reply-tokens', most, true)
  const config = readConfig({ ...typed, options: given }, process.env)
  const { settings, knobs } = config
  const recipe = knownRecipe(config.name)
  refuseForeign({ ...typed, options: given }, recipe, measuring)
  const say = (words: string): void => {
    if (!settings.quiet) process.stderr.write(`bench: ${words}\n`)
  }
  if (given['base-url'] && settings.model === '') throw noModel()
  const probe = await probeFor(settings, process.env)
  const resources = openResources(settings, process.env)
  try {
    const material = await gaugeMaterial()
    if (probe?.remote)
      say(`${probe.name} is asked: ${settings.maxRequests} requests and ${settings.maxTokens} tokens at most`)
    // First, as a wrong address or key should be told at once.
    const endpoint = probe ? await gaugeEndpoint({ config, material, probe, seconds, replyTokens, say }) : null
    const machine = await gaugeMachine({ config, material, resources, seconds, say })
    const { samplesPerRequest, instructions, preset, threads } = settings
    const { assuming, ...perQuery } = workload(recipe, knobs, { verified: instructions !== '', samplesPerRequest })
    const { language } = knobs.generateVerifiers
    const able = queriesPerSecond({ machine, endpoint, perQuery, language })
    const cores = availableParallelism()
    const concurrency = probe?.remote ? endpoint?.best?.concurrency : undefined
    const gauged: Gauged = {
      _v: 1,
      version,
      node: process.version,
      cores,
      recipe,
      preset,
      machine,
      endpoint,
      assumed: Object.fromEntries(assuming.map(name => [name, assumed[name]])),
      reads: wayOf(recipe).reads,
      perQuery,
      queriesPerSecond: able,
      ...advice({ queriesPerSecond: able, threads, cores, concurrency }),
    }
    process.stdout.write(json ? `${JSON.stringify(gauged, null, 2)}\n` : gaugeTable(gauged))
    return 0
  } finally {
    await probe?.close()
    await resources.close()
  }
}
