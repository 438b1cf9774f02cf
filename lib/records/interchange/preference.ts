import { isProblem, type Problem } from '../door.ts'
import { isRow, type Row } from '../row-fields.ts'
import { said, type Turn, turnsOf } from '../turns.ts'
import { rowDoor, wrong } from './fields.ts'

/** A prompt, the response to prefer and the one to avoid, whatever format they came in. */
export interface Preference {
  readonly prompt: string
  readonly chosen: string
  readonly rejected: string
}

const textOf = (turn: Turn, which: string): string => {
  const text: string | Problem = said(turn, which)
  if (isProblem(text)) throw wrong(text.problem)
  return text
}

// A text, one turn, or a whole conversation whose last turn it is.
const responseIn = (value: unknown, name: string): string => {
  if (typeof value === 'string' && value.trim() !== '') return value
  const last = turnsOf(Array.isArray(value) ? value : isRow(value) ? [value] : []).at(-1)
  if (!last) throw wrong(value === undefined ? `has no ${name}` : `${name} is neither a text nor a turn`)
  return textOf(last, name)
}

const promptIn = (row: Row): string => {
  const { prompt = row.messages ?? row.conversations, instruction, input } = row
  if (typeof prompt === 'string') return prompt
  if (Array.isArray(prompt)) {
    const turns = turnsOf(prompt)
    if (turns.length !== 1 || turns[0]?.speaker !== 'user')
      throw wrong('has a prompt of other turns than one of the user, which cannot be shown yet')
    return textOf(turns[0], 'the prompt')
  }
  if (typeof instruction !== 'string') throw wrong('has no prompt')
  return typeof input === 'string' && input !== '' ? `${instruction}\n${input}` : instruction
}

/**
 * A pair in any of the formats that are written here: LLaMA-Factory's `{ instruction, input, chosen, rejected }`, with
 * `output: [chosen, rejected]` or with `conversations`, TRL's, Axolotl's and distilabel's, and texts under these names.
 */
export const preference = rowDoor('pair', (row): Preference => {
  // First of all, or a file of something else would be told of its prompts.
  if (row.chosen === undefined && row.rejected === undefined && !Array.isArray(row.output))
    throw wrong('has neither chosen nor rejected')
  const [chosen, rejected] = Array.isArray(row.output) ? row.output : [row.chosen, row.rejected]
  return {
    prompt: promptIn(row),
    chosen: responseIn(chosen, 'chosen'),
    rejected: responseIn(rejected, 'rejected'),
  }
})
