import { counted, openProbe, type Probe, type Probed } from '../../models/probe.ts'
import type { Replies, Request } from '../../models/reply.ts'
import type { Settings } from '../settings.ts'
import { openai } from './open-model.ts'
import { rates, rehearsalRates } from './rates.ts'
import { readKey } from './read-key.ts'

/** What is measured, and whether it is a server. */
export interface OpenedProbe extends Probe {
  readonly remote: boolean
}

// The built-in teacher answers in this process, one question after another.
const builtIn = async (settings: Settings): Promise<OpenedProbe> => {
  const { rehearsal } = await import('../../models/rehearsal/rehearsal.ts')
  let last: Replies | undefined
  const around =
    (request: Request): Request =>
    async (prompt, asking) => {
      const found = await request(prompt, asking)
      if ('replies' in found) last = found
      return found
    }
  const model = rehearsal({ ...rates(settings.rehearsal, rehearsalRates), around })
  return {
    name: 'the rehearsal teacher in this process',
    remote: false,
    async ask(prompt, asking): Promise<Probed> {
      const began = performance.now()
      await model.ask(prompt, asking)
      const milliseconds = performance.now() - began
      return { outcome: 'answered', milliseconds, ...counted(last as Replies), askedMs: 0, limits: {} }
    },
    close: async () => {},
  }
}

/**
 * Opens what answers under the model's name, to be asked without retries; undefined when none is named. Throws AUTOIF_USAGE for settings
 * that cannot be.
 */
export const probeFor = async (settings: Settings, env: NodeJS.ProcessEnv): Promise<OpenedProbe | undefined> => {
  const { model, baseUrl, timeout, concurrency } = settings
  if (model === '') return undefined
  if (model === 'rehearsal' && baseUrl === '') return builtIn(settings)
  const probe = openProbe({
    baseUrls: (baseUrl || openai).trim().split(/\s+/),
    model,
    apiKey: readKey(settings.apiKeyFile, env),
    connections: concurrency,
    timeoutMs: timeout * 1000,
  })
  return { ...probe, remote: true }
}
