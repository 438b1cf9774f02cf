import { AutoifError } from '../errors.ts'
import { readApiKey } from './api-key.ts'
import { readBaseUrl } from './base-url.ts'
import { bounded } from './bounded.ts'
import { choices } from './choices.ts'
import { refused, refusesN, unanswered } from './failures.ts'
import { isFault } from './faults.ts'
import { type Following, following } from './following.ts'
import type { Asking, Model } from './model.ts'
import { question } from './question.ts'
import { type Patience, passes, patience, retried } from './retried.ts'
import { type Samples, samples } from './samples.ts'
import { served } from './served.ts'
import { openTally, type Usage } from './usage.ts'
import { openWire } from './wire.ts'

export interface ChatOptions {
  /** Address of an OpenAI-compatible server, with or without `/v1`. */
  readonly baseUrl: string
  readonly model: string
  readonly apiKey?: string | undefined
  /** Requests in flight at most, over all stages that share the model. */
  readonly concurrency: number
  /** Milliseconds one attempt may take, from sending to the last byte; below 2^31. */
  readonly timeoutMs: number
  /** `auto` asks for n replies in one request as long as the server can; `one` never does. */
  readonly samplesPerRequest: 'auto' | 'one'
  readonly patience?: Patience
}

export interface Chat extends Model {
  readonly usage: Usage
  /** Ends what is still being asked with AUTOIF_MODEL and closes all connections. */
  close(): Promise<void>
}

const gone = () => new AutoifError('AUTOIF_MODEL', 'the model client was closed before this was answered')

/**
 * A model behind an OpenAI-compatible server. Sends nothing until asked.
 * Throws AUTOIF_USAGE for an address or a key that cannot be one. `ask` throws what Model says, or its signal's reason.
 */
export const openChat = (options: ChatOptions): Chat => {
  const { model, concurrency, timeoutMs, patience: patient = patience } = options
  const { origin, chatPath, modelsPath, shown } = readBaseUrl(options.baseUrl)
  const apiKey = readApiKey(options.apiKey)
  const endpoint = { url: shown, model, apiKey }
  const wire = openWire({ origin, apiKey, connections: concurrency, timeoutMs })
  const tally = openTally()
  const sampled = samples(options.samplesPerRequest)
  const open = new Set<Following>()
  let reached = false
  let closed = false

  const once = async (body: string, signal: AbortSignal) => {
    tally.sent()
    const outcome = await wire.send(chatPath, body, signal)
    reached ||= !isFault(outcome)
    return outcome
  }
  // The bound lies inside the repeats, so whoever waits to try again holds no place.
  const post = retried(bounded(concurrency, once), patient, tally.repeated)

  const request = async (prompt: string, asking: Asking, signal: AbortSignal): Promise<Samples> => {
    const outcome = await post(question(model, prompt, asking), signal)
    if (isFault(outcome) || passes(outcome.status)) throw unanswered(endpoint, outcome, patient.tries, reached)
    if (outcome.status < 300) {
      tally.answered(outcome.body)
      return choices(outcome.body, apiKey)
    }
    const error = refused(endpoint, outcome, outcome.status === 404 ? await served(wire, modelsPath) : [])
    if (asking.n !== undefined && asking.n > 1 && refusesN(outcome)) return { refusesN: error }
    throw error
  }

  return {
    name: model,
    lanes: concurrency,
    usage: tally.usage,
    ask: async (prompt, asking = {}) => {
      if (closed) throw gone()
      const life = following(asking.signal)
      open.add(life)
      try {
        return await sampled(part => request(prompt, part, life.signal), asking)
      } catch (error) {
        // One reply short is an ask unanswered: its other requests need not go on.
        life.abort(error)
        throw error
      } finally {
        open.delete(life)
        life.release()
      }
    },
    close: async () => {
      closed = true
      for (const life of open) life.abort(gone())
      await wire.close()
    },
  }
}
