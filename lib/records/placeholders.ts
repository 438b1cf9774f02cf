/**
 * What a `{name}` in an instruction stands for. static: one of `values`. numeric: a number, one of `values`, or a whole one from
 * `min` to `max`, both included; where it states neither, the teacher chooses, as it does for dynamic, a text that suits the query.
 */
export interface Placeholder {
  readonly type: 'static' | 'numeric' | 'dynamic'
  readonly values?: readonly (string | number)[]
  readonly min?: number
  readonly max?: number
}

/** By the name in curly brackets. */
export type Placeholders = Readonly<Record<string, Placeholder>>

const named = /\{([A-Za-z_]\w*)\}/g

/** The names in curly brackets in a text, each once, in order. */
export const namesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(named)].map(([, name = '']) => name)),
]

const isValue = (value: unknown): value is string | number =>
  (typeof value === 'string' && value !== '') || (typeof value === 'number' && Number.isFinite(value))

const one = (name: string, value: unknown): Placeholder | string => {
  const { type, values, min, max } = Object(value) as Readonly<Record<string, unknown>>
  if (type !== 'static' && type !== 'numeric' && type !== 'dynamic')
    return `placeholder ${name} is neither static, numeric nor dynamic`
  if (values !== undefined && !(Array.isArray(values) && values.length > 0 && values.every(isValue)))
    return `the values of placeholder ${name} are no list of texts or numbers`
  if (type === 'static' && values === undefined) return `placeholder ${name} is static and has no values`
  if (type === 'numeric' && Array.isArray(values) && !values.every(value => typeof value === 'number'))
    return `placeholder ${name} is numeric and has other values`
  if (min === undefined && max === undefined) return { type, ...(values ? { values } : {}) }
  if (!(Number.isInteger(min) && Number.isInteger(max) && Number(min) <= Number(max)))
    return `the range of placeholder ${name} is not two whole numbers, min and max`
  return { type, ...(values ? { values } : {}), min: Number(min), max: Number(max) }
}

/**
 * The placeholders that an instruction has, read from what came with it; those that it does not name are left out, and there is
 * none at all where nothing is left. A clause about the row says what is wrong.
 */
export const placeholdersOf = (instruction: string, given: unknown): Placeholders | undefined | string => {
  if (given === undefined || given === null) return undefined
  if (typeof given !== 'object' || Array.isArray(given)) return 'placeholders are not an object'
  const names = namesIn(instruction).filter(name => Object.hasOwn(given, name))
  if (names.includes('response')) return 'has a placeholder called response, which is what functions call the text'
  const read = names.map(name => [name, one(name, (given as Readonly<Record<string, unknown>>)[name])] as const)
  const wrong = read.find(([, found]) => typeof found === 'string')
  if (wrong) return wrong[1] as string
  return names.length > 0 ? (Object.fromEntries(read) as Placeholders) : undefined
}

const kindOf = ({ type, values, min, max }: Placeholder): string => {
  if (values) return `one of ${values.map(value => JSON.stringify(value)).join(', ')}`
  if (type !== 'numeric') return 'a text'
  return min === undefined ? 'a whole number' : `a whole number from ${min} to ${max}`
}

/** Placeholders as a model is told of them, a line each: `- N: a whole number from 3 to 9`. */
export const saidOf = (placeholders: Placeholders): string =>
  Object.entries(placeholders)
    .map(([name, one]) => `- ${name}: ${kindOf(one)}`)
    .join('\n')
