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
 * many it adds; the query is the user's first message. Any other row as it is. Throws AUTOIF_RECORD for a turn that names a constraint which is not there.
 */
export const fromConversations = (row: Row): Row => {
  const { constraints } = row
  if (!isRow(constraints)) return row
  const known = new Set<string>()
  const turns = list(row, 'turns').map(turn => {
    const before = known.size
    for (const id of isRow(turn) ? list(turn, 'constraint_ids') : []) known.add(`${id}`)
    return known.size - before
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
    // A turn that asks for nothing new would only ask the same again.
    turns: turns.filter(more => more > 0),
  }
}
