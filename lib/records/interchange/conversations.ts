import { allJoined } from '../../text/sentence-join.ts'
import type { Composed, ComposedTask, Constraint, Conversed } from '../conversations.ts'
import type { Door } from '../door.ts'
import type { Exchange } from '../records.ts'
import { isRow, type Row } from '../row-fields.ts'
import { list, rowDoor, settled, text, textOr, without, wrong } from './fields.ts'
import { hasSeveral } from './not-yet.ts'
import { fromConversations } from './read-conversations.ts'
import { fromDispatcher } from './read-dispatcher.ts'
import { argsOf, casesOf, someVerifiersOf } from './verifiers.ts'

const constraintOf = (value: unknown, at: number, open: boolean): Constraint => {
  if (!isRow(value)) throw wrong(`constraints[${at}] is not an object`)
  const row = settled(value, { open })
  return {
    ...without(row, 'eval_func', 'cases', 'kwargs'),
    instruction: text(row, 'instruction'),
    verifiers: someVerifiersOf(row),
    cases: casesOf(row),
    ...argsOf(row),
  }
}

const composedRow = (row: Row, open: boolean): Composed => {
  const composedOf = list(row, 'constraints').map((one, at) => constraintOf(one, at, open))
  if (composedOf.length === 0) throw wrong('has no constraints')
  const turns = list(row, 'turns').map(more => {
    if (Number.isInteger(more) && Number(more) > 0) return Number(more)
    throw wrong('turns are not how many constraints each of them adds')
  })
  if (turns.reduce((sum, more) => sum + more, 0) !== composedOf.length)
    throw wrong('turns do not add up to the number of constraints')
  const instruction = textOr(row, 'instruction', allJoined(composedOf.map(({ instruction }) => instruction)))
  return { ...without(row, 'constraints', 'turns'), instruction, composedOf, turns }
}

const taskOf = (row: Row, open: boolean): ComposedTask => ({
  ...composedRow(row, open),
  query: text(row, 'query'),
})

const named = (row: Row): Row => fromConversations(fromDispatcher(row))

/** `{ constraints: [{ instruction, eval_func, cases, placeholders? }, …], turns: [n, …] }`: so many constraints each turn adds. */
export const composed = rowDoor('composed-instruction', row => composedRow(named(row), true), {
  several: true,
})

/** The same with a `query`, whose placeholders may still have to be filled (dispatcher 2026-05: the user's first message). */
export const openConversation = rowDoor('conversation-task', row => taskOf(named(row), true), {
  several: true,
})

/** The same with all placeholders filled. */
export const conversation = rowDoor('conversation-task', row => taskOf(named(row), false), {
  several: true,
})

const exchangeOf = (value: unknown): Exchange | undefined => {
  if (!Array.isArray(value)) return undefined
  const [user, response, passRate, judgements] = value
  if (typeof user !== 'string' || typeof response !== 'string' || typeof passRate !== 'number') return undefined
  const judged = Array.isArray(judgements) && judgements.every(one => typeof one === 'string')
  return { user, response, passRate, ...(judged ? { judgements } : {}) }
}

/** `exchanges` as `[[what the user says, response, pass rate, judge's replies?], …]`; no field when it is anything else. */
export const exchangesOf = ({ exchanges }: Row): { readonly exchanged?: readonly Exchange[] } => {
  const found = Array.isArray(exchanges) ? exchanges.map(exchangeOf) : []
  return found.length > 0 && found.every(one => one !== undefined) ? { exchanged: found } : {}
}

/** The same with the `exchanges` that succeeded. */
export const conversed = rowDoor(
  'conversation',
  (row): Conversed => {
    const { exchanged } = exchangesOf(row)
    if (!exchanged) throw wrong('has no exchanges, which stage converse makes')
    const { exchanges: _exchanges, gen: _gen, pass_rate: _rate, ...rest } = row
    return { ...taskOf(named(rest), false), exchanged, model: textOr(row, 'model', 'unknown') }
  },
  { several: true },
)

/** The first for rows that have several constraints, the second for all others, whose kind messages name. */
export const either = <Many extends object, One extends object>(
  many: Door<Many>,
  one: Door<One>,
): Door<Many | One> => ({
  ...one,
  read: (value, options) => (isRow(value) && hasSeveral(value) ? many : one).read(value, options),
})
