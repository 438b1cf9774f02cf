import { AutoifError } from '../errors.ts'
import { type Fault, isFault } from './faults.ts'
import { serverSays } from './server-says.ts'
import type { Answer } from './wire.ts'

export interface Endpoint {
  readonly url: string
  readonly model: string
  readonly apiKey?: string | undefined
}

/** Whether the server will not take `n`: a 400 or 422 whose words name it (`n`, "choice", "choices"). */
export const refusesN = ({ status, body }: Answer): boolean => {
  if (status !== 400 && status !== 422) return false
  const param = (body as { error?: { param?: unknown } | null } | null)?.error?.param
  return param === 'n' || /\bn\b|\bchoices?\b/i.test(serverSays(body))
}

const keyRefused = ({ url, apiKey }: Endpoint, status: number): AutoifError =>
  new AutoifError('AUTOIF_ENDPOINT', `the key was refused by ${url} (${status})${apiKey ? '' : ': none was given'}`, {
    hint: 'Set OPENAI_API_KEY or name the file that holds the key with --api-key-file.',
  })

const notFound = ({ url, model, apiKey }: Endpoint, body: unknown, served: readonly string[]): AutoifError =>
  new AutoifError('AUTOIF_ENDPOINT', `no model "${model}" at ${url} (404): ${serverSays(body, apiKey)}`, {
    hint: served.length
      ? `Give --model one of those it serves (${served.join(', ')}), or another --base-url.`
      : 'Check --model and --base-url.',
  })

const moved = ({ url }: Endpoint, { status, location = 'elsewhere' }: Answer): AutoifError => {
  const target = location.split('?')[0]!.replace(/\/chat\/completions$/, '')
  return new AutoifError('AUTOIF_ENDPOINT', `${url} only points to ${target} (${status})`, {
    hint: 'Give the address it points to as --base-url.',
  })
}

/** The error for an answer that repeating cannot mend. `served` are models the server is known to have, for the hint. */
export const refused = (endpoint: Endpoint, answer: Answer, served: readonly string[]): AutoifError => {
  const { status, body } = answer
  if (status === 401 || status === 403) return keyRefused(endpoint, status)
  if (status === 404) return notFound(endpoint, body, served)
  if (status < 400) return moved(endpoint, answer)
  return new AutoifError('AUTOIF_MODEL', `the server refused (${status}): ${serverSays(body, endpoint.apiKey)}`)
}

/** The error for a request given up after `tries`; fatal when no server was ever `reached`. */
export const unanswered = (
  { url, apiKey }: Endpoint,
  outcome: Answer | Fault,
  tries: number,
  reached: boolean,
): AutoifError => {
  if (isFault(outcome) && outcome.fault === 'unreachable' && !reached) {
    return new AutoifError('AUTOIF_ENDPOINT', `cannot reach ${url}: ${outcome.words}`, {
      cause: outcome.cause,
      hint: 'Start the server, or check --base-url.',
    })
  }
  const last = isFault(outcome) ? outcome.words : `${outcome.status} ${serverSays(outcome.body, apiKey)}`
  return new AutoifError('AUTOIF_MODEL', `no answer from ${url} after ${tries} tries, the last: ${last}`, {
    cause: isFault(outcome) ? outcome.cause : undefined,
    hint: 'Look at the server; a lower --concurrency asks less of it.',
  })
}
