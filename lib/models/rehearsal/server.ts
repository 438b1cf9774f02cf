import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { readChatRequest } from './chat-request.ts'
import { type Faults, type Mishap, mishaps, noFaults } from './mishaps.ts'
import type { defaults } from './rates.ts'
import { rehearsal } from './rehearsal.ts'

export interface TeacherServerOptions {
  /** 0, the default, is any free port. */
  readonly port?: number
  /** The loopback address unless told. */
  readonly host?: string
  /** When given, requests without `Authorization: Bearer <key>` get 401. */
  readonly apiKey?: string
  /** The names it serves; others get 404. */
  readonly models?: readonly string[]
  /** Milliseconds every completion takes. */
  readonly latencyMs?: number
  /** Milliseconds it may take longer, evenly drawn. */
  readonly jitterMs?: number
  readonly faults?: Partial<Faults>
  /** Faults and jitter are drawn from it and from the number of the request. */
  readonly seed?: string
  /** How often the answers are wrong. */
  readonly rehearsal?: Partial<typeof defaults>
}

/** Chat completion requests by what became of them; `refused` are those with a status of 400, 401 or 404. */
export interface Counts {
  readonly requests: number
  readonly answered: number
  readonly refused: number
  readonly rate429: number
  readonly rate500: number
  readonly rateCut: number
  readonly rateHalf: number
}

export interface TeacherServer {
  /** The base address, `/v1` included. */
  readonly url: string
  /** Live. */
  readonly counts: Counts
  /** Ends what is still open. */
  close(): Promise<void>
}

const countOf = { none: 'answered', '429': 'rate429', '500': 'rate500', cut: 'rateCut', half: 'rateHalf' } as const

// A count of words stands for the count of tokens: there is no tokenizer, and clients only add it up.
const tokensIn = (text: string): number => text.match(/\S+/g)?.length ?? 0

const send = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

const refuse = (response: ServerResponse, status: number, message: string, headers?: Record<string, string>): void =>
  send(response, status, { error: { message, type: 'rehearsal', code: status } }, headers)

const sendDespite = (response: ServerResponse, mishap: Mishap, body: unknown, { retryAfterS }: Faults): void => {
  if (mishap === '429') return refuse(response, 429, 'too many requests', { 'retry-after': String(retryAfterS) })
  if (mishap === '500') return refuse(response, 500, 'the server has failed on purpose')
  if (mishap === 'none') return send(response, 200, body)
  const whole = JSON.stringify(body)
  const half = whole.slice(0, whole.length / 2)
  response.writeHead(200, { 'content-type': 'application/json' })
  if (mishap === 'half') response.end(half)
  else response.write(half, () => response.destroy())
}

/**
 * The rehearsal teacher as an OpenAI-compatible server: POST /chat/completions and GET /models, with or without /v1 in front.
 * The same prompt and seed get the same replies as from `rehearsal` in-process. Throws what listening throws, such as EADDRINUSE.
 */
export const teacherServer = async (options: TeacherServerOptions = {}): Promise<TeacherServer> => {
  const { port = 0, host = '127.0.0.1', apiKey, models = ['rehearsal'], seed = '0' } = options
  const faults = { ...noFaults, ...options.faults }
  const fateOf = mishaps(faults, options.latencyMs ?? 0, options.jitterMs ?? 0, seed)
  const teacher = rehearsal(options.rehearsal)
  const counts = { requests: 0, answered: 0, refused: 0, rate429: 0, rate500: 0, rateCut: 0, rateHalf: 0 }
  const closing = new AbortController()

  const complete = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { mishap, delayMs } = fateOf(counts.requests++)
    const turnAway = (status: number, message: string): void => {
      counts.refused++
      refuse(response, status, message)
    }
    const asked = readChatRequest(await text(request))
    if (apiKey !== undefined && request.headers.authorization !== `Bearer ${apiKey}`)
      return turnAway(401, 'the key is wrong')
    if (typeof asked === 'string') return turnAway(400, asked)
    const { model, prompt, n } = asked
    if (!models.includes(model)) return turnAway(404, `there is no model ${JSON.stringify(model)}`)
    if (delayMs > 0) await wait(delayMs, undefined, { signal: closing.signal })
    const replies = await teacher.ask(prompt, { n, seed: asked.seed })
    const [prompt_tokens, completion_tokens] = [tokensIn(prompt), tokensIn(replies.join(' '))]
    counts[countOf[mishap]]++
    const body = {
      id: `chatcmpl-${counts.requests}`,
      object: 'chat.completion',
      created: Math.floor(Date.now() / 1000),
      model,
      choices: replies.map((content, index) => ({
        index,
        message: { role: 'assistant', content },
        finish_reason: 'stop',
      })),
      usage: { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens },
    }
    sendDespite(response, mishap, body, faults)
  }

  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/\?.*$/, '').replace(/^\/v1(?=\/)/, '')
    if (request.method === 'POST' && path === '/chat/completions') {
      complete(request, response).catch((error: unknown) => {
        // The client has gone or the server is closing: there is nobody to tell.
        if (!response.destroyed) refuse(response, 500, String(error))
      })
    } else if (request.method === 'GET' && path === '/models') {
      send(response, 200, {
        object: 'list',
        data: models.map(id => ({ id, object: 'model', owned_by: 'autoif-stream' })),
      })
    } else refuse(response, 404, `nothing is served at ${request.method} ${request.url}`)
  })
  server.listen(port, host)
  await once(server, 'listening')
  const { port: taken } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}/v1`,
    counts,
    async close() {
      closing.abort()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
