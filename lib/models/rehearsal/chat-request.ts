/** The part of a chat completion request that the rehearsal teacher heeds. */
export interface ChatRequest {
  readonly model: string
  /** The last user message. */
  readonly prompt: string
  readonly n: number
  readonly seed: number
}

/** OpenAI's limit for `n`. */
const mostChoices = 128

type Body = Readonly<Record<string, unknown>>

/** Reads the body of POST /v1/chat/completions. A string says what is wrong with it, for the client to read. */
export const readChatRequest = (text: string): ChatRequest | string => {
  let body: Body
  try {
    body = Object(JSON.parse(text)) as Body
  } catch {
    return 'the body is not JSON'
  }
  const { model, messages, n, seed, stream } = body
  if (typeof model !== 'string') return '`model` must be a string'
  if (!Array.isArray(messages)) return '`messages` must be a list'
  if (stream === true) return '`stream` is not served here'
  const count = n ?? 1
  if (!Number.isInteger(count) || Number(count) < 1 || Number(count) > mostChoices) {
    return `\`n\` must be a whole number from 1 to ${mostChoices}`
  }
  if (!Number.isInteger(seed ?? 0)) return '`seed` must be a whole number'
  const asked = (messages as readonly (Body | null)[]).findLast(message => message?.role === 'user')?.content
  if (typeof asked !== 'string') return 'the last message of the user must have a text as its `content`'
  return { model, prompt: asked, n: Number(count), seed: Number(seed ?? 0) }
}
