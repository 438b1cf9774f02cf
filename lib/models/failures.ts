import { AutoifError } from '../errors.ts'
import { type Fault, isFault } from './faults.ts'
import type { Way } from './model.ts'
import { codeOf } from './refusals.ts'
import { serverSays } from './server-says.ts'
import type { Answer } from './wire.ts'

export interface Endpoint {
  readonly url: string
  readonly model: string
  readonly apiKey?: string | undefined
  /** How it was asked; `chat` unless told. */
  readonly way?: Way | undefined
}

const other: Readonly<Record<Exclude<Way, 'chat'>, readonly [path: string, hint: string]>> = {
  completion: ['/completions', ' A server that has no /completions may take chat messages: --no-completion.'],
  embedding: ['/embeddings', ' A model of another server is named with --embedding-base-url.'],
}

const keyRefused = ({ url, apiKey }: Endpoint, status: number, answeredBefore: boolean): AutoifError => {
  const words = `the key was refused by ${url} (${status})${apiKey ? '' : ': none was given'}`
  return new AutoifError('AUTOIF_ENDPOINT', answeredBefore ? `${words} after it had been taken` : words, {
    hint: answeredBefore
      ? 'It may have been revoked or have run out. Set another in OPENAI_API_KEY or --api-key-file and run the same command again.'
      : 'Set OPENAI_API_KEY or name the file that holds the key with --api-key-file.',
  })
}

const notPaid = ({ url, apiKey }: Endpoint, { status, body }: Answer): AutoifError =>
  new AutoifError(
    'AUTOIF_ENDPOINT',
    `the account at ${url} has nothing left (${status}): ${serverSays(body, apiKey)}`,
    {
      hint: 'Add to it, then run the same command again.',
    },
  )

const notFound = (
  { url, model, apiKey, way = 'chat' }: Endpoint,
  body: unknown,
  served: readonly string[],
): AutoifError => {
  const [path, more] = way === 'chat' ? ['', ''] : other[way]
  const asked = path ? url.replace(/\/chat\/completions$/, path) : url
  const hint = served.length
    ? `Give --model one of those it serves (${served.join(', ')}), or another --base-url.`
    : 'Check --model and --base-url.'
  return new AutoifError('AUTOIF_ENDPOINT', `no model "${model}" at ${asked} (404): ${serverSays(body, apiKey)}`, {
    hint: hint + more,
    reason: 'not-found',
  })
}

const moved = ({ url }: Endpoint, { status, headers }: Answer): AutoifError => {
  const location = headers?.location ?? 'elsewhere'
  const target = `${location}`.split('?')[0]!.replace(/\/chat\/completions$/, '')
  return new AutoifError('AUTOIF_ENDPOINT', `${url} only points to ${target} (${status})`, {
    hint: 'Give the address it points to as --base-url.',
  })
}

// The words of OpenAI, vLLM, SGLang and llama.cpp for a question that does not fit.
const tooLong = /context.{0,20}(length|size|window)|too long|too many tokens|exceeds?.{0,30}(context|tokens)/i

const reasonOf = (answer: Answer, said: string): string => {
  if (answer.status === 413 || codeOf(answer) === 'context_length_exceeded' || tooLong.test(said)) return 'too-long'
  return codeOf(answer) === 'content_filter' ? 'content-filter' : 'refused'
}

/** The error of a server that turns everybody away. `served` are models it is known to have, for the hint. */
export const turnedAway = (
  endpoint: Endpoint,
  answer: Answer,
  served: readonly string[],
  answeredBefore: boolean,
): AutoifError => {
  const { status, body } = answer
  if (status === 401 || status === 403) return keyRefused(endpoint, status, answeredBefore)
  if (status === 404) return notFound(endpoint, body, served)
  return status < 400 ? moved(endpoint, answer) : notPaid(endpoint, answer)
}

/** The error of a question that the server refused: repeating cannot mend it, and other questions may fare better. */
export const refused = ({ apiKey }: Endpoint, answer: Answer): AutoifError => {
  const said = serverSays(answer.body, apiKey)
  return new AutoifError('AUTOIF_MODEL', `the server refused (${answer.status}): ${said}`, {
    reason: reasonOf(answer, said),
  })
}

const lastOf = (outcome: Answer | Fault, apiKey: string | undefined): string =>
  isFault(outcome) ? outcome.words : `${outcome.status} ${serverSays(outcome.body, apiKey)}`

const causeOf = (outcome: Answer | Fault): { readonly cause?: unknown } =>
  isFault(outcome) ? { cause: outcome.cause } : {}

/** The error of one question given up after so many tries. */
export const unanswered = ({ url, apiKey }: Endpoint, outcome: Answer | Fault, tries: number): AutoifError =>
  new AutoifError('AUTOIF_MODEL', `no answer from ${url} after ${tries} tries, the last: ${lastOf(outcome, apiKey)}`, {
    ...causeOf(outcome),
    hint: 'Look at the server, or raise --tries or --timeout.',
    reason: isFault(outcome) && outcome.fault === 'empty' ? 'empty-choices' : 'unanswered',
  })

// Node's names for a look-up that found nothing.
const nameless = /^(ENOTFOUND|EAI_AGAIN)$/

/** The error of a server that answers nobody: it was never there, or has been gone for longer than one waits. */
export const nobodyThere = (
  { url, apiKey }: Endpoint,
  outcome: Answer | Fault,
  reached: boolean,
  waitedMs: number,
): AutoifError => {
  const last = lastOf(outcome, apiKey)
  return reached
    ? new AutoifError(
        'AUTOIF_ENDPOINT',
        `no answer from ${url} for ${Math.round(waitedMs / 1000)} s, the last: ${last}`,
        {
          ...causeOf(outcome),
          hint: 'Look at the server, then run the same command again; --patience says how long one waits for it.',
        },
      )
    : new AutoifError('AUTOIF_ENDPOINT', `cannot reach ${url}: ${last}`, {
        ...causeOf(outcome),
        hint: nameless.test(last)
          ? 'There is no host of that name: check --base-url.'
          : 'Start the server, or check --base-url.',
      })
}
