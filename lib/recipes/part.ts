import type { House } from './house.ts'
import type { KnobRoom } from './knobs.ts'

/** What may be taken of a house; by a stage that runs alone also lines, those that hold completions, and somebody's names for records. */
export type Part = keyof House | 'lines' | 'texts' | 'names'

/** What a recipe, or a stage alone, goes by; all else means nothing to it. */
export interface Needs {
  /** What it does, in half a line. */
  readonly does: string
  readonly rooms: readonly KnobRoom[]
  readonly parts: readonly Part[]
  /** Single knobs, `room.knob`: those of its rooms that change nothing here. */
  readonly idle?: readonly string[]
  /** Those of other rooms that change something. */
  readonly besides?: readonly string[]
}
