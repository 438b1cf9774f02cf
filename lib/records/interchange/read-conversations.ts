import { isRow, type Row } from '../row-fields.ts'
import { list, text, wrong } from './fields.ts'

const queryOf = (row: Row): { readonly query?: string } => {
  if (row.query !== undefined || !Array.isArray(row.messages)) return {}
  const first = row.messages.find(message => isRow(message) && message.role === 'user')
  return first === undefined ? {} : { query: text(first, 'content') }
}

/**
 * A row of dispatcher of 2026-05, `{ messages, constraints: { id: { constraint, placeholders, eval_funcs, … } }, turns:
 * [{ constraint_ids }, …] }`, with its constraints in the order of the turns, each in QwenLM/AutoIF's names, and for each turn how
 * many it adds; the query is the user's first message. Any other row as it is. Throws AUTOIF_RECORD for a turn that names no constraint.
 */
export const fromConversations = (row: Row): Row => {
  const { constraints } = row
  if (!isRow(constraints)) return row
  const known = new Set<string>()
  const turns = list(row, 'turns').map(turn => {
    const fresh = (isRow(turn) ? list(turn, 'constraint_ids') : []).map(String).filter(id => !known.has(id))
    for (const id of fresh) known.add(id)
    return fresh.length
  })
  const { messages: _messages, ...rest } = row
  return {
    ...rest,
    ...queryOf(row),
    constraints: [...known].map(id => {
      const one = constraints[id]
      if (!isRow(one)) throw wrong(`has no constraint ${id}, which a turn names`)
      const { constraint, eval_funcs, ...other } = one
      return { ...other, instruction: constraint, eval_func: eval_funcs }
    }),
    turns,
  }
}
