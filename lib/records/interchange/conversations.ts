import type { Composed, ComposedTask, Constraint, Conversed } from '../conversations.ts'
import type { Door } from '../door.ts'
import type { Exchange } from '../records.ts'
import { isRow, type Row } from '../row-fields.ts'
import { list, rowDoor, settled, text, textOr, without, wrong } from './fields.ts'
import { fromConversations } from './read-conversations.ts'
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

const composedOf = (row: Row, open: boolean): Composed => {
  const constraints = list(row, 'constraints').map((one, at) => constraintOf(one, at, open))
  if (constraints.length === 0) throw wrong('has no constraints')
  const turns = list(row, 'turns').map(more => {
    if (Number.isInteger(more) && Number(more) > 0) return Number(more)
    throw wrong('turns are not how many constraints each of them adds')
  })
  if (turns.reduce((sum, more) => sum + more, 0) !== constraints.length)
    throw wrong('turns do not add up to the number of constraints')
  const instruction = textOr(row, 'instruction', constraints.map(({ instruction }) => instruction).join(' '))
  return { ...without(row, 'constraints', 'turns'), instruction, constraints, turns }
}

const taskOf = (row: Row, open: boolean): ComposedTask => ({
  ...composedOf(row, open),
  query: text(row, 'query'),
  prompt: textOr(row, 'prompt', ''),
})

/** `{ constraints: [{ instruction, eval_func, cases, placeholders? }, …], turns: [n, …] }`: so many constraints each turn adds. */
export const composed = rowDoor('composed-instruction', row => composedOf(fromConversations(row), true), {
  several: true,
})

/** The same with a `query`, whose placeholders may still have to be filled (dispatcher 2026-05: the user's first message). */
export const openConversation = rowDoor('conversation-task', row => taskOf(fromConversations(row), true), {
  several: true,
})

/** The same with all placeholders filled. */
export const conversation = rowDoor('conversation-task', row => taskOf(fromConversations(row), false), {
  several: true,
})

const exchangeOf = (value: unknown, at: number): Exchange => {
  const [user, response, passRate] = Array.isArray(value) ? value : []
  if (typeof user === 'string' && typeof response === 'string' && typeof passRate === 'number')
    return { user, response, passRate }
  throw wrong(`exchanges[${at}] is not what the user says, the response and its pass rate`)
}

/** `exchanges` as `[[what the user says, response, pass rate], …]`; no field when it is missing. */
export const exchangesOf = (row: Row): { readonly exchanges?: readonly Exchange[] } =>
  row.exchanges === undefined ? {} : { exchanges: list(row, 'exchanges').map(exchangeOf) }

/** The same with the `exchanges` that succeeded. */
export const conversed = rowDoor(
  'conversation',
  (row): Conversed => {
    const { exchanges = [] } = exchangesOf(row)
    if (exchanges.length === 0) throw wrong('has no exchanges, which stage converse makes')
    return { ...taskOf(row, false), exchanges, model: textOr(row, 'model', 'unknown') }
  },
  { several: true },
)

/** The first for rows that have several constraints, the second for all others, whose kind messages name. */
export const either = <Many extends object, One extends object>(
  many: Door<Many>,
  one: Door<One>,
): Door<Many | One> => ({
  ...one,
  read: (value, options) => (isRow(value) && value.constraints && value.turns ? many : one).read(value, options),
})
