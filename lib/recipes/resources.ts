import type { AutoifError } from '../errors.ts'
import type { AnyStage } from '../flow/recipe.ts'
import type { Embedder } from '../models/embedder.ts'
import type { Model } from '../models/model.ts'
import type { Entailer } from '../nli/entailer.ts'
import type { Benchmarks } from '../records/benchmarks.ts'
import type { ExamplePool } from '../records/example-pool.ts'
import type { Proposed } from '../records/records.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Knobs } from './knobs.ts'

/** What a stage that runs alone may call upon; each is opened when it is first asked for. */
export interface Resources {
  model(): Promise<Model>
  judge(): Promise<Model>
  /** Who finds instructions for completions. */
  backward(): Promise<Model>
  sandbox(): Promise<Sandbox>
  nli(): Promise<Entailer>
  /** Undefined when no model for it is named. */
  embedder(): Promise<Embedder | undefined>
  /** A pool with the seed tasks in it. */
  pool(knobs: Knobs['admit'], heard?: (fault: AutoifError) => void): Promise<ExamplePool>
  /** Prompts that no row may repeat; undefined when none are named. */
  benchmarks(): Promise<Benchmarks | undefined>
  /** Queries with an instruction each, to be shown to the teacher. */
  pairs(): Promise<readonly Proposed[]>
}

/** Makes a stage of what the house offers and of the knobs that were turned. */
export type Build = (house: Resources, knobs: Knobs) => AnyStage | Promise<AnyStage>
