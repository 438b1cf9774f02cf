import { type DoorOptions, isProblem, type Problem, problem } from './door.ts'
import type { Query } from './records.ts'

/** A query and the three fields beside it that somebody downstream may want. */
export interface ShapedQuery extends Query {
  readonly id?: string | number
  readonly source?: string | number
  readonly language?: string | number
}

// In order of precedence: the plain fields first, then the lists of turns.
const fields = ['query', 'prompt', 'instruction', 'conversations', 'conversation', 'items', 'messages'] as const
const kept = ['id', 'source', 'language'] as const
const users = new Set(['human', 'user'])

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

// Content is a string or, since there are models that see, a list of parts.
const contentOf = (content: unknown): string | undefined => {
  if (!Array.isArray(content)) return typeof content === 'string' ? content : undefined
  const parts = content.map(part => (isRow(part) ? part.text : part))
  return parts.every(part => typeof part === 'string') ? parts.join('\n') : undefined
}

const firstUserTurn = (turns: readonly unknown[], name: string): string | Problem => {
  if (turns.length === 0) return problem(`${name} is empty`)
  const turn = turns.filter(isRow).find(({ from, role }) => users.has(`${from ?? role}`.toLowerCase()))
  if (!turn) return problem(`${name} has no turn by a user`)
  const text = contentOf(turn.value ?? turn.content)
  if (text === undefined) return problem(`the first user turn of ${name} is not text`)
  return isText(text) ? text : problem(`the first user turn of ${name} is empty`)
}

const textOf = (value: unknown, name: string): string | Problem => {
  if (Array.isArray(value)) return firstUserTurn(value, name)
  if (typeof value !== 'string') return problem(`${name} is neither a text nor a list of turns`)
  return isText(value) ? value : problem(`${name} is empty`)
}

// A name with a dot in it that the record really has goes before the path it could mean.
const follow = (row: unknown, path: string): unknown =>
  isRow(row) && Object.hasOwn(row, path)
    ? row[path]
    : path
        .split('.')
        .reduce<unknown>(
          (value, key) =>
            typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Row)[key] : undefined,
          row,
        )

const queryAt = (row: Row, path: string): string | Problem => {
  const found = follow(row, path)
  return isGiven(found) ? textOf(found, path) : problem(`has nothing at ${path}`)
}

const queryOf = (row: Row): string | Problem => {
  const field = fields.find(name => isGiven(row[name]))
  if (!field) {
    const empty = fields.find(name => Object.hasOwn(row, name))
    return problem(empty ? `${empty} is empty` : `has none of the fields ${fields.join(', ')}`)
  }
  const text = textOf(row[field], field)
  return field === 'instruction' && !isProblem(text) && isText(row.input) ? `${text}\n${row.input}` : text
}

/**
 * The query of a record in any of the common shapes: a string; `query`, `prompt`, or `instruction` with its `input` on
 * a line of its own; the first user turn of `conversations`, `conversation`, `items` or `messages`, whose turns say
 * `from` or `role`, `value` or `content` (a string or a list of text parts). With `queryField` only that field is looked at.
 * The text is taken as it stands. Of the other fields only `id`, `source` and `language` stay in memory: a dump's
 * conversations are long, and a record that is only filtered leaves as the line it came in anyway.
 */
export const readQuery = (value: unknown, { queryField }: DoorOptions = {}): ShapedQuery | Problem => {
  if (typeof value === 'string' && !queryField) return isText(value) ? { query: value } : problem('is an empty string')
  if (!isRow(value)) return problem('is neither an object nor a string')
  const query = queryField ? queryAt(value, queryField) : queryOf(value)
  if (isProblem(query)) return query
  const shaped: Record<string, unknown> = { query }
  for (const name of kept) {
    const field = value[name]
    if (typeof field === 'string' || typeof field === 'number') shaped[name] = field
  }
  return shaped as unknown as ShapedQuery
}
