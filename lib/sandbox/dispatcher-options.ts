import type { PythonLimits } from './messages.ts'

/** What a Dispatcher is told. */
export interface DispatcherOptions {
  readonly threads: number
  /** Milliseconds past its own clock that a task may take to answer before the child is killed. */
  readonly graceMs: number
  /** Megabytes of resident memory past which the child is replaced. */
  readonly residentMb: number
  /** What Python may take; without it no task may be Python. */
  readonly python?: PythonLimits
  /** Functions that may not run any more, and why: a task with one of them comes back as if the child had died of it. */
  readonly barred: ReadonlyMap<string, string>
}
