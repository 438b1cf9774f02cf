/** The part of JSON Schema that our formats need, so that one description checks rows in tests and makes Parquet columns. */
export type Schema =
  | { readonly type: 'string'; readonly minLength?: number; readonly pattern?: string; readonly const?: string }
  | { readonly type: 'boolean' }
  | { readonly type: readonly ['number', 'null'] }
  | ListSchema
  | ObjectSchema

export interface ListSchema {
  readonly type: 'array'
  readonly items: Schema
  readonly minItems?: number
  readonly maxItems?: number
  /** What stands at each place, where the places differ. */
  readonly allOf?: readonly object[]
}

export interface ObjectSchema {
  readonly type: 'object'
  readonly properties: Readonly<Record<string, Schema>>
  readonly required: readonly string[]
  readonly additionalProperties: false
}

/** A text that is more than white space: trainers skip blank ones, or learn silence from them. */
export const text = { type: 'string', pattern: '\\S' } as const

export const empty = { type: 'string', const: '' } as const

export const flag = { type: 'boolean' } as const

/** A number, or null where it is not known. */
export const rating = { type: ['number', 'null'] } as const

export const is = (word: string): Schema => ({ type: 'string', const: word })

export const list = (items: Schema): ListSchema => ({ type: 'array', items })

/** An object of these fields, all of them and no others. */
export const object = (properties: Readonly<Record<string, Schema>>): ObjectSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

const turn = (role: string, content: string, who: string): ObjectSchema => object({ [role]: is(who), [content]: text })

/** Turns in this order, one each, as `{ role, content }`. */
export const turns = (...who: readonly ('user' | 'assistant')[]): ListSchema =>
  places(
    object({ role: { type: 'string' }, content: text }),
    who.map(one => turn('role', 'content', one)),
  )

/** Turns that begin in that order, and may go on. */
export const atLeast = ({ maxItems: _most, ...places }: ListSchema): ListSchema => places

/** Turns in this order, one each, as ShareGPT's `{ from, value }`. */
export const said = (...who: readonly ('human' | 'gpt')[]): ListSchema =>
  places(
    object({ from: { type: 'string' }, value: text }),
    who.map(one => turn('from', 'value', one)),
  )

/** One turn as `{ role, content }`. */
export const oneTurn = (who: 'user' | 'assistant'): ObjectSchema => turn('role', 'content', who)

/** One turn as ShareGPT's `{ from, value }`. */
export const oneSaid = (who: 'human' | 'gpt'): ObjectSchema => turn('from', 'value', who)

const places = (items: Schema, each: readonly Schema[]): ListSchema => ({
  type: 'array',
  items,
  minItems: each.length,
  maxItems: each.length,
  allOf: [{ prefixItems: each }],
})
