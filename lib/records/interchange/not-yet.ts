import { placeholdersOf } from '../placeholders.ts'
import { isRow, type Row } from '../row-fields.ts'

/** What a row may have that most stages do nothing with. */
export interface RowDoorOptions {
  /** Whether an instruction may still have placeholders. */
  readonly open?: boolean
  /** Whether there may be several instructions. */
  readonly several?: boolean
}

/** Whether a row has several instructions as `stage compose` writes them, or dispatcher of 2026: constraints and the turns that use them. */
export const hasSeveral = ({ constraints, turns }: Row): boolean =>
  Array.isArray(turns) &&
  (isRow(constraints) || (Array.isArray(constraints) && constraints.length > 0 && constraints.every(isRow)))

// 2025-08: lists beside each other.
const hasLists = ({ instruction, instructions, eval_funcs }: Row): boolean =>
  typeof instruction !== 'string' && (Array.isArray(instructions) || Array.isArray(eval_funcs))

/**
 * Names what a row of dispatcher's later versions asks for and whoever reads it does not do, as a clause about the row: several
 * instructions, and placeholders that have not been filled, each unless it is allowed. Read as if it were not there, it would make rows that
 * say another thing. Otherwise the row, with nothing but the placeholders that its instruction has.
 */
export const notYet = (row: Row, allowed: RowDoorOptions): string | Row => {
  // What dispatcher's inference answered to.
  const within = isRow(row.original) ? notYet(row.original, allowed) : row
  if (typeof within === 'string') return within
  const { placeholders: given, ...rest } = row
  if (hasLists(row) || (hasSeveral(row) && !allowed.several))
    return 'has several instructions, which this stage does not read'
  if (typeof row.instruction !== 'string') return row
  const placeholders = placeholdersOf(row.instruction, given)
  if (typeof placeholders === 'string') return placeholders
  if (placeholders === undefined) return rest
  return allowed.open
    ? { ...rest, placeholders }
    : 'has an instruction with placeholders, which stage fill has not filled yet'
}
