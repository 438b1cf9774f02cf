import { AutoifError } from '../errors.ts'
import { serverSays } from './server-says.ts'
import { withoutThinking } from './thinking.ts'

interface Choice {
  readonly index?: number
  readonly finish_reason?: unknown
  readonly message?: { readonly content?: unknown } | null
}

const shapeOf = (content: unknown): string =>
  content === undefined ? 'missing' : content === null ? 'null' : Array.isArray(content) ? 'an array' : typeof content

const textOf = (choice: Choice | null): string => {
  const content = choice?.message?.content
  if (typeof content === 'string') return withoutThinking(content)
  throw new AutoifError(
    'AUTOIF_MODEL',
    `the reply has no text: its content is ${shapeOf(content)} (finish_reason ${choice?.finish_reason ?? 'missing'})`,
    { hint: 'A reasoning model may need more tokens; one that calls tools or answers in parts cannot be used here.' },
  )
}

/**
 * The texts of a chat completion's choices, in the order of their `index`, thinking left out.
 * Throws AUTOIF_MODEL, without `secret`, when there is no choice or one of them has no text.
 */
export const choices = (body: unknown, secret?: string): readonly string[] => {
  const list = (body as { choices?: unknown } | null)?.choices
  if (!Array.isArray(list) || list.length === 0) {
    throw new AutoifError('AUTOIF_MODEL', `the reply has no choices: ${serverSays(body, secret)}`)
  }
  const ordered = (list as readonly (Choice | null)[]).toSorted((a, b) => (a?.index ?? 0) - (b?.index ?? 0))
  return ordered.map(textOf)
}
