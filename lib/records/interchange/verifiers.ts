import { callOf } from '../../text/verifier-cases.ts'
import type { Args } from '../args.ts'
import type { Case, Verifier } from '../records.ts'
import { isRow, type Row } from '../row-fields.ts'
import { list, wrong } from './fields.ts'

const isObject = (value: unknown): value is Row => typeof value === 'object' && value !== null

// Models wrote "True" for true because upstream's prompt types it as a string; the reader of a case means the same by both.
const verdictOf = (value: unknown): boolean | undefined => {
  if (typeof value === 'boolean') return value
  const word = typeof value === 'string' ? value.trim().toLowerCase() : ''
  return word === 'true' ? true : word === 'false' ? false : undefined
}

const caseOf = (value: unknown): Case | undefined => {
  const [input, said] = Array.isArray(value)
    ? value
    : isObject(value)
      ? [value.input, value.output ?? value.expected]
      : []
  const expected = verdictOf(said)
  const { input: text, ...args } = callOf(input)
  return typeof text === 'string' && expected !== undefined ? { input: text, ...args, expected } : undefined
}

/**
 * `cases` as `[[input, expected], …]` (upstream step 3) or `[{ input, output }, …]` (dispatcher); an input is a text, or
 * `{ response, name: value, … }` where the function takes named arguments (dispatcher, 2025-10); expected is a boolean or
 * "true" / "false" in any case. None when the field is missing; throws AUTOIF_RECORD when a case cannot be read.
 */
export const casesOf = (row: Row): readonly Case[] =>
  list(row, 'cases').map((value, at) => {
    const read = caseOf(value)
    if (!read) throw wrong(`cases[${at}] is not an input with a verdict of true or false`)
    return read
  })

const verifierOf = (value: unknown): Verifier | undefined => {
  const [code, accuracy] = Array.isArray(value) ? value : [value, 1]
  return typeof code === 'string' && typeof accuracy === 'number' ? { code, accuracy } : undefined
}

/**
 * `eval_func` as `[[code, accuracy], …]` (upstream step 3) or `[code, …]` (dispatcher, which keeps no accuracy: taken as 1).
 * None when the field is missing; throws AUTOIF_RECORD when a function cannot be read.
 */
export const verifiersOf = (row: Row): readonly Verifier[] =>
  list(row, 'eval_func').map((value, at) => {
    const read = verifierOf(value)
    if (!read) throw wrong(`eval_func[${at}] is not a function with its accuracy`)
    return read
  })

/** Like `verifiersOf`, but throws AUTOIF_RECORD when there is none. */
export const someVerifiersOf = (row: Row): readonly Verifier[] => {
  const verifiers = verifiersOf(row)
  if (verifiers.length === 0) throw wrong(row.eval_func === undefined ? 'has no eval_func' : 'eval_func is empty')
  return verifiers
}

/** `kwargs`, what placeholders were filled with (dispatcher, 2026); no field when it is missing. Throws AUTOIF_RECORD when it is no object. */
export const argsOf = ({ kwargs }: Row): { readonly args?: Args } => {
  if (kwargs === undefined || kwargs === null) return {}
  if (isRow(kwargs)) return { args: kwargs }
  throw wrong('kwargs are not an object')
}
