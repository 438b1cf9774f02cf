/** The stages that ask a model. */
export type Asker =
  | 'augment'
  | 'propose'
  | 'invert'
  | 'bootstrap'
  | 'generate-verifiers'
  | 'write-functions'
  | 'write-cases'
  | 'back-translate'
  | 'satisfy'
  | 'sample'
  | 'converse'
  | 'score'
  | 'curate'
  | 'consistent'
  | 'classify'
  | 'instantiate'

/** How often a stage asks, and how many replies it gets in all. */
export interface Asks {
  readonly requests: number
  readonly replies: number
}

/**
 * What nobody knows beforehand, as shares and numbers. Responses accepted and refused are what the rehearsal teacher's rates come
 * to, whose functions, instructions and sets of instructions also survive at about these rates; so do its tasks. Three cases a reply is
 * what the prompt asks for. A run's own closing table tells better.
 */
export const assumed = {
  instructionsKept: 0.6,
  functionsKept: 0.7,
  casesPerReply: 3,
  setsKept: 0.5,
  accepted: 0.6,
  refused: 0.35,
  tasksKept: 0.45,
}

export type Assumed = typeof assumed

/** What is asked and run for one query, completion or task in the mean, its part of the instructions included. */
export interface Load {
  readonly asks: Readonly<Partial<Record<Asker, Asks>>>
  /** One function on one text. */
  readonly verdicts: number
  readonly nliPairs: number
  /** What of `assumed` that goes by. */
  readonly assuming: readonly (keyof Assumed)[]
}

/** A load as a server takes it. */
export interface Workload extends Omit<Load, 'asks'> {
  readonly requests: Readonly<Partial<Record<Asker, number>>>
  readonly replies: Readonly<Partial<Record<Asker, number>>>
}

/** Two parts of the work for one record, done both. */
export const added = (one: Load, other: Load): Load => ({
  asks: { ...one.asks, ...other.asks },
  verdicts: one.verdicts + other.verdicts,
  nliPairs: one.nliPairs + other.nliPairs,
  assuming: [...new Set([...one.assuming, ...other.assuming])],
})

/** The sum over all stages. */
export const inAll = (each: Readonly<Record<string, number>>): number =>
  Object.values(each).reduce((sum, one) => sum + one, 0)
