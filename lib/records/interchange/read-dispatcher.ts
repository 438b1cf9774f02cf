import { isRow, type Row } from '../row-fields.ts'
import { wrong } from './fields.ts'

/**
 * What dispatcher's inference made of a row, `{ original: row, responses: [text, …] }`, in QwenLM/AutoIF's names: the fields of
 * the row, and the texts as `gpt-answer`. Any other row as it is. Throws AUTOIF_RECORD for the record of a failed task.
 */
export const fromDispatcher = (row: Row): Row => {
  const { original, responses, __ERROR__: failure, ...rest } = row
  if (isRow(failure)) throw wrong(`is a task that failed in dispatcher: ${failure.error ?? 'no reason given'}`)
  return isRow(original) && responses !== undefined ? { ...original, ...rest, 'gpt-answer': responses } : row
}
