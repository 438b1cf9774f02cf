import type { Drafted, Proposed } from '../records.ts'
import type { Row } from '../row-fields.ts'
import { dialectDoor } from './dialects.ts'
import { text, textOr, texts, without, wrong } from './fields.ts'
import { verifiersOf } from './verifiers.ts'

const proposedOf = (row: Row, ...read: readonly string[]): Proposed => {
  const [query, instruction] = [text(row, 'query'), text(row, 'instruction')]
  if (query.trim() === '') throw wrong('query is empty')
  if (instruction.trim() === '') throw wrong('instruction is empty')
  return { ...without(row, ...read), query, instruction }
}

/** `{ query, instruction }` (llama3_autoif step 1). */
export const proposed = dialectDoor('proposed-query', (row): Proposed => proposedOf(row))

/** The same with `functions: [code, …]`, which llama3_autoif calls `verifiers`. */
export const drafted = dialectDoor('drafted-instruction', (row): Drafted & Proposed => {
  const functions = row.functions === undefined ? verifiersOf(row).map(({ code }) => code) : texts(row, 'functions')
  if (functions.length === 0) throw wrong('has no functions')
  return { ...proposedOf(row, 'eval_func', 'cases'), prompt: textOr(row, 'prompt', ''), functions }
})
