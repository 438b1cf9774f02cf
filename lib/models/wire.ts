import { Pool } from 'undici'
import { type Fault, fault, late } from './faults.ts'
import { following } from './following.ts'

/** What the server said. `body` is parsed JSON, or the bare text of a refusal that is not JSON. */
export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly retryAfter?: string | undefined
  readonly location?: string | undefined
}

export interface Wire {
  /** One request, one attempt: a body is POSTed as JSON, none means GET. Throws the signal's reason once that fires. */
  send(path: string, body: string | undefined, signal: AbortSignal): Promise<Answer | Fault>
  /** Cuts whatever is still open. */
  close(): Promise<void>
}

export interface WireOptions {
  readonly origin: string
  readonly apiKey?: string | undefined
  readonly connections: number
  /** Milliseconds one attempt may take, from sending to the last byte; below 2^31. */
  readonly timeoutMs: number
}

const one = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header)

const parsed = (status: number, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    // Only a success has to be JSON; proxies refuse in HTML or plain text.
    if (status < 300) throw error
    return text
  }
}

export const openWire = ({ origin, apiKey, connections, timeoutMs }: WireOptions): Wire => {
  // The deadline here is for the whole attempt, so undici's two partial ones stay out of the way. HTTP/2 would put
  // all requests on one connection behind a handshake and gains nothing.
  const pool = new Pool(origin, { connections, pipelining: 1, allowH2: false, headersTimeout: 0, bodyTimeout: 0 })
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'user-agent': 'autoif-stream',
    ...(apiKey && { authorization: `Bearer ${apiKey}` }),
  }

  const attempt = async (path: string, body: string | undefined, signal: AbortSignal): Promise<Answer> => {
    const method = body === undefined ? 'GET' : 'POST'
    const response = await pool.request({ path, method, headers, body: body ?? null, signal })
    const status = response.statusCode
    return {
      status,
      body: parsed(status, await response.body.text()),
      retryAfter: one(response.headers['retry-after']),
      location: one(response.headers.location),
    }
  }

  return {
    send: async (path, body, parent) => {
      const life = following(parent)
      const timer = setTimeout(() => life.abort(late(timeoutMs)), timeoutMs)
      try {
        return await new Promise<Answer>((resolve, reject) => {
          // undici looks at the signal only once a connection stands; whoever aborts does not wait for that.
          life.signal.addEventListener('abort', () => reject(life.signal.reason), { once: true })
          life.signal.throwIfAborted()
          attempt(path, body, life.signal).then(resolve, reject)
        })
      } catch (error) {
        parent.throwIfAborted()
        return fault(error)
      } finally {
        clearTimeout(timer)
        life.release()
      }
    },
    close: () => pool.destroy(),
  }
}
