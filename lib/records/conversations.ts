import type { Args } from './args.ts'
import type { Exchange, Instruction, Query, Validated } from './records.ts'

// The cast of conversations: several instructions are put together, and turn by turn more of them hold.

/** One of several instructions: as it was verified, with the values that its placeholders were filled with. */
export interface Constraint extends Validated {
  readonly args?: Args | undefined
  readonly template?: string | undefined
}

/** Instructions that stand together; `instruction` is all of them as one text. `turns` is how many of them each turn adds: those of turn n hold from then on. */
export interface Composed extends Instruction {
  readonly composedOf: readonly Constraint[]
  readonly turns: readonly number[]
}

/** One query for a conversation under them. */
export interface ComposedTask extends Composed, Query {}

/** The turns that succeeded, from the first on. */
export interface Conversed extends ComposedTask {
  readonly exchanged: readonly Exchange[]
  readonly model: string
  /** Who judged the turns, where they came in judged. */
  readonly judge?: string
}
