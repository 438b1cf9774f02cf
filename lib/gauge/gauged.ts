import type { Way } from '../recipes/index.ts'
import type { Advice, Part } from './advice.ts'
import type { Climbed } from './climb.ts'
import type { Pace } from './pace.ts'
import type { Streamed } from './stream.ts'
import type { Assumed, Workload } from './workload.ts'

/** What this machine does. */
export interface Machine {
  readonly ndjson: Streamed
  readonly verdicts: { readonly threads: number } & Readonly<Record<'javascript' | 'python', Pace>>
  /** Pairs of sentences; `name` is the model's. */
  readonly nli: Pace & { readonly name: string }
}

/** What an endpoint does. */
export interface Endpoint extends Climbed {
  readonly name: string
  /** Replies asked for in one request, and tokens each may have. */
  readonly repliesPerRequest: number
  readonly replyTokens: number
  readonly spent: { readonly requests: number; readonly tokens: number }
  /** Requests turned away as too many, and the headers about rates that were last seen. */
  readonly rates: { readonly turnedAway: number; readonly headers: Readonly<Record<string, string>> }
}

/** All that `bench` says; `_v` is the version of this shape. Rates are per second, times milliseconds. */
export interface Gauged extends Advice {
  readonly _v: 1
  readonly version: string
  readonly node: string
  readonly cores: number
  readonly recipe: string
  readonly preset: string
  readonly machine: Machine
  /** Null when none was given. */
  readonly endpoint: Endpoint | null
  /** What nobody knows beforehand and was taken for granted. */
  readonly assumed: Partial<Assumed>
  /** What the recipe reads or makes, and what one of these takes in the mean. */
  readonly reads: Way['reads']
  readonly perQuery: Omit<Workload, 'assuming'>
  /** What each part could do of the recipe alone. */
  readonly queriesPerSecond: Readonly<Partial<Record<Part, number>>>
}
