import { verifierReply } from '../../text/verifier-reply.ts'
import { type Door, type DoorOptions, isProblem, problem } from '../door.ts'
import type { BackTranslated, Candidate, Draw, Instruction, Validated } from '../records.ts'
import type { Row } from '../row-fields.ts'
import { dialectDoor } from './dialects.ts'
import { list, rowDoor, text, textOr, texts, without, wrong } from './fields.ts'
import { casesOf, someVerifiersOf } from './verifiers.ts'
import { write } from './write.ts'

const instructionRow = rowDoor(
  'instruction',
  (row): Instruction => {
    const instruction = text(row, 'instruction')
    if (instruction.trim() === '') throw wrong('instruction is empty')
    return { ...without(row, 'cases'), instruction }
  },
  { open: true },
)

/** `{ instruction }`, with the `placeholders` it may have, or the instruction as a bare string. */
export const instruction: Door<Instruction> = {
  kind: 'instruction',
  write,
  read(value) {
    if (typeof value !== 'string') return instructionRow.read(value)
    return value.trim() === '' ? problem('is an empty string') : { instruction: value.trim() }
  },
}

const shotsOf = (row: Row): Draw['shots'] =>
  list(row, 'shots').map((shot, at) => {
    const read = instruction.read(shot)
    if (isProblem(read)) throw wrong(`shots[${at}] ${read.problem}`)
    return typeof shot === 'string' ? shot : read
  })

const drawRow = rowDoor('draw', (row): Draw => ({ ...without(row, 'shots'), shots: shotsOf(row) }))

/** `{ shots: [instruction, …] }`, each a text or a row, or one instruction, which makes a draw of one. */
export const draw: Door<Draw> = {
  kind: 'draw',
  write,
  read(value) {
    if (typeof value === 'object' && value !== null && 'shots' in value) return drawRow.read(value)
    const read = instruction.read(value)
    if (isProblem(read)) return read
    return { shots: [read.placeholders ? read : read.instruction] }
  },
}

// Duplicates and replies that cannot be read stay for cross-validate to refuse: it counts what is left.
const replied = (row: Row, { tolerant = true }: DoorOptions): Candidate => {
  const replies = texts(row, 'gpt-answer')
  const read = replies.map(reply => verifierReply(reply, { tolerant })).filter(one => typeof one !== 'string')
  return {
    ...without(row, 'gpt-answer', 'cases'),
    instruction: text(row, 'instruction'),
    prompt: textOr(row, 'prompt', ''),
    replies,
    functions: read.map(({ func }) => func),
    cases: read.flatMap(({ cases }) => cases),
  }
}

/**
 * `{ prompt, instruction, "gpt-answer": [reply, …] }` (eval_func_rft.jsonl), functions and cases read from the replies;
 * or `{ instruction, functions: [code, …], cases }` where they are known already (llama3_autoif: `verifiers`, `testcases`).
 */
export const candidate = dialectDoor(
  'candidate',
  (row, options): Candidate =>
    row['gpt-answer'] === undefined && row.functions !== undefined
      ? {
          ...without(row, 'cases'),
          instruction: text(row, 'instruction'),
          prompt: textOr(row, 'prompt', ''),
          replies: [],
          functions: texts(row, 'functions'),
          cases: casesOf(row),
        }
      : replied(row, options),
  { open: true },
)

const validatedOf = (row: Row, ...read: readonly string[]): Validated => ({
  ...without(row, 'eval_func', 'cases', ...read),
  instruction: text(row, 'instruction'),
  verifiers: someVerifiersOf(row),
  cases: casesOf(row),
})

/** `{ instruction, eval_func, cases }` (cross_validation.jsonl and all that grew from it). */
export const validated = dialectDoor('verified-instruction', (row): Validated => validatedOf(row), { open: true })

/** The same without placeholders, for those who fill none. */
export const filledOnly = dialectDoor('verified-instruction', (row): Validated => validatedOf(row))

/** The same with `back_instruction: [sentence, …]` (back_trans.jsonl). */
export const backTranslated = dialectDoor(
  'back-translated-instruction',
  (row): BackTranslated => {
    if (list(row, 'back_instruction').length === 0) throw wrong('has no back_instruction')
    return { ...validatedOf(row, 'back_instruction'), backTranslations: texts(row, 'back_instruction') }
  },
  { open: true },
)
