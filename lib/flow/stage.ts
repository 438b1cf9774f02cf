// A stage is a function of one record. Who calls it, how many at once, and what becomes
// of its rejects is the flow's business, never the stage's.

/** What one record costs here: `free` is a function call, `cpu` is another thread or process, `model` is money. */
export type Cost = 'free' | 'cpu' | 'model'

/** Everything a stage may know about the visit of one record. Closed: three fields. */
export interface Context {
  readonly id: string
  /** Numbers in [0, 1) drawn from (run seed, stage, id), never from the order of arrival. */
  readonly random: () => number
  readonly signal: AbortSignal
}

/** A record refused. A value, not an exception: refusing is a stage's normal work. */
export interface Reject<Why extends string = string> {
  readonly reject: Why
  readonly detail?: unknown
  /** What was refused, when it is only a part of the record that came in. */
  readonly part?: unknown
  /** Set by the wrap that caught an error; a stage never sets it. */
  readonly failed?: true
}

/** Yielded by a stage that wants nothing more from above, alone or as the last of several; the flow then runs dry, in order. */
export const stop = Symbol('stop')

const placed = Symbol('placed')

/** A child whose id ends in `place` instead of in its position among its siblings. */
export interface Placed<Out> {
  readonly [placed]: true
  readonly place: string
  readonly record: Out
}

type One<Out, Why extends string> = Out | Placed<Out> | Reject<Why>

export type Yield<Out, Why extends string> = One<Out, Why> | typeof stop | readonly (One<Out, Why> | typeof stop)[]

export interface Stage<In, Out, Why extends string = never> {
  /** The name of the stage's file. */
  readonly name: string
  readonly cost: Cost
  /** How many records may be inside at once; comes from the resource. */
  readonly lanes: number
  /** Every reason this stage may refuse a record, in words. */
  readonly rejects: Readonly<Record<Why, string>>
  readonly run: (record: In, context: Context) => Yield<Out, Why> | Promise<Yield<Out, Why>>
}

/** Adds a concern around a stage and hands back a stage of the same shape. */
export type Wrap = <In, Out, Why extends string>(stage: Stage<In, Out, Why>) => Stage<In, Out, Why>

/** Refuses a record, or a part of it: `why` is one of the stage's reasons, `detail` is what a reader needs to see the point. */
export const reject = <const Why extends string>(why: Why, detail?: unknown, part?: unknown): Reject<Why> => ({
  reject: why,
  ...(detail === undefined ? {} : { detail }),
  ...(part === undefined ? {} : { part }),
})

export const isReject = (value: unknown): value is Reject =>
  typeof value === 'object' && value !== null && 'reject' in value && typeof value.reject === 'string'

export const place = <Out>(at: string, record: Out): Placed<Out> => ({ [placed]: true, place: at, record })

export const isPlaced = (value: unknown): value is Placed<unknown> =>
  typeof value === 'object' && value !== null && placed in value
