/** Longest part of a server's message that is repeated to the user, in UTF-16 units. */
const longest = 300

interface Refusal {
  readonly error?: { readonly message?: unknown } | string | null
  readonly message?: unknown
  readonly detail?: unknown
}

/**
 * The message in a server's body, on one line and cut to 300 units: OpenAI's `error.message`, the bare `error`,
 * `message` or FastAPI's `detail` of others, else the body itself. `secret` is blotted out, as some servers repeat the key.
 */
export const serverSays = (body: unknown, secret?: string): string => {
  const { error, message, detail } = (typeof body === 'object' && body !== null ? body : {}) as Refusal
  const said = (typeof error === 'object' ? error?.message : undefined) ?? error ?? message ?? detail ?? body
  const text = (typeof said === 'string' ? said : (JSON.stringify(said) ?? '')).replace(/\s+/g, ' ').trim()
  const safe = secret ? text.replaceAll(secret, '[key]') : text
  return safe.length > longest ? `${safe.slice(0, longest).toWellFormed()}…` : safe
}
