import type { Work } from './messages.ts'
import type { Reply } from './supervisor.ts'

/** What a dispatcher is asked to have done. */
export interface Task {
  readonly work: Work
  /** Whether nothing else may be in the child meanwhile, so that a death has one possible cause. */
  readonly alone: boolean
}

/** A task and whoever waits for it. */
export interface Job extends Task {
  readonly owner: object
  readonly settle: (reply: Reply) => void
  readonly fail: (reason: unknown) => void
}
