import { AutoifError } from '../errors.ts'
import { readApiKey } from './api-key.ts'
import { readBaseUrl } from './base-url.ts'
import { type Chat, type ChatOptions, openChat } from './chat.ts'
import { nobodyThere, turnedAway } from './failures.ts'
import { type Fault, isFault } from './faults.ts'
import { turnsAway } from './refusals.ts'
import { type Scorer, type ScoringWay, scorer } from './scorer.ts'
import { aFew, askedForModels, modelsIn } from './served.ts'
import { type Answer, openWire } from './wire.ts'

export interface OpenScorerOptions extends Pick<ChatOptions, 'apiKey' | 'concurrency' | 'timeoutMs' | 'patience'> {
  readonly baseUrl: string
  /** The only one that the server lists, when it is ''. */
  readonly model: string
  /** What is put before an answer where only completions tell log-probabilities: a text with {{prompt}} in it. */
  readonly template: string
}

export interface OpenedScorer extends Scorer {
  /** Where it is, as it may be shown. */
  readonly url: string
  close(): Promise<void>
}

const shownUrl = (baseUrl: string): string => readBaseUrl(baseUrl).shown.replace(/\/chat\/completions$/, '')

// What a server answers when it is asked for its models.
const listing = async (options: OpenScorerOptions): Promise<Answer | Fault> => {
  const url = readBaseUrl(options.baseUrl)
  const wire = openWire({ ...options, apiKey: readApiKey(options.apiKey), origin: url.origin, connections: 1 })
  try {
    return await askedForModels(wire, url.modelsPath)
  } finally {
    await wire.close()
  }
}

const onlyModel = async (options: OpenScorerOptions): Promise<string> => {
  const url = shownUrl(options.baseUrl)
  const found = await listing(options)
  const endpoint = { url, model: '', apiKey: readApiKey(options.apiKey) }
  if (isFault(found) && found.fault !== 'garbled') throw nobodyThere(endpoint, found, false, 0)
  if (!isFault(found) && found.status !== 404 && turnsAway(found)) throw turnedAway(endpoint, found, [], false)
  const names = modelsIn(found)
  if (names[0] !== undefined && names.length === 1) return names[0]
  throw new AutoifError('AUTOIF_USAGE', `${url} does not say which model is meant`, {
    hint: `Write it behind the address: ${url}=MODEL${names.length > 0 ? `, with one of ${aFew(names).join(', ')}` : ''}.`,
  })
}

const paths: Readonly<Record<ScoringWay, string>> = { chat: 'chat/completions', completion: 'completions' }

// What a server says of the way it was asked, as opposed to trouble that every way would meet.
const speaksOfTheWay = (error: unknown): error is AutoifError =>
  AutoifError.is(error) && ['refused', 'no-logprobs', 'not-found'].includes(error.reason ?? '')

/**
 * Finds out how a server tells log-probabilities of texts that it is given, by asking for some, and opens a scorer that
 * asks so. Throws AUTOIF_ENDPOINT when it tells none either way, cannot be reached, or turns everybody away.
 */
export const openScorer = async (options: OpenScorerOptions): Promise<OpenedScorer> => {
  const model = options.model || (await onlyModel(options))
  const refusals: [ScoringWay, AutoifError][] = []
  for (const way of ['chat', 'completion'] as const) {
    // A client that was turned away on one path asks no more, so each path has its own.
    const client: Chat = openChat({ ...options, model, samplesPerRequest: 'one' })
    const found = scorer(client, { way, template: options.template })
    try {
      await found.score('Say yes.', ['Yes.'])
      return { ...found, url: shownUrl(options.baseUrl), close: () => client.close() }
    } catch (error) {
      await client.close()
      if (!speaksOfTheWay(error)) throw error
      refusals.push([way, error])
    }
  }
  const [[, first]] = refusals as [[ScoringWay, AutoifError]]
  const absent = ({ reason }: AutoifError): boolean => reason === 'not-found'
  // A model that is not there and a path that is not there get the same answer; only the list tells them apart.
  if (refusals.every(([, error]) => absent(error)) && !modelsIn(await listing(options)).includes(model)) throw first
  const heard = refusals.map(
    ([way, error]) => `${paths[way]}: ${absent(error) ? 'the server has none' : error.message}`,
  )
  throw new AutoifError(
    'AUTOIF_ENDPOINT',
    `${model} at ${shownUrl(options.baseUrl)} tells no log-probabilities of what it is given (${heard.join('; ')})`,
    {
      cause: first,
      hint: 'vLLM tells them by prompt_logprobs of chat/completions, others by completions with echo and logprobs; hosted chat APIs do not.',
    },
  )
}
