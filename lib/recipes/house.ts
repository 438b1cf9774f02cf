import type { Source } from '../flow/recipe.ts'
import type { Embedder } from '../models/embedder.ts'
import type { Model } from '../models/model.ts'
import type { Entailer } from '../nli/entailer.ts'
import type { Benchmarks } from '../records/benchmarks.ts'
import type { ExamplePool } from '../records/example-pool.ts'
import type { Answered, Completion } from '../records/lessons.ts'
import type { Draw, Instruction, Proposed, Query, Validated } from '../records/records.ts'
import type { DpoRow, LabelledRow, RewardRow, SftRow } from '../records/rows.ts'
import type { Sink } from '../records/sink.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'

/** Everything a recipe may call upon. config/open-house builds it; tests and ETL jobs may build their own. */
export interface House {
  /** The seeds themselves and the draws to show the teacher. */
  readonly draws: Source<Draw | Instruction>
  /** Instructions verified earlier; when present the teacher is asked for none. */
  readonly instructions?: Source<Validated> | undefined
  readonly queries: Source<Query>
  /** Queries with an instruction each, to show the teacher where it makes an instruction for one query. */
  readonly pairs?: readonly Proposed[] | undefined
  /** What backtranslation begins with: seeds, then texts to find instructions for. None unless given. */
  readonly completions?: Source<Completion | Answered> | undefined
  /** Seed tasks and what is made after them, for a recipe that grows them; it is grown by one run. */
  readonly pool?: ExamplePool | undefined
  /** Says how near texts are in meaning; without it nobody asks. */
  readonly embedder?: Embedder | undefined
  /** Prompts that no row may repeat. */
  readonly benchmarks?: Benchmarks | undefined
  readonly model: Model
  readonly judge: Model
  /** Who finds instructions for completions; the model unless given. */
  readonly backward?: Model | undefined
  readonly sandbox: Sandbox
  readonly nli: Entailer
  readonly sft: Sink<SftRow>
  /** Pairs of responses: made only for a sink that is there, which a recipe that makes nothing else cannot do without. */
  readonly dpo?: Sink<DpoRow> | undefined
  /** SFT rows of a recipe that makes pairs: made only for a sink that is there. */
  readonly sftAside?: Sink<SftRow> | undefined
  /** Responses with their labels, tasks with their verifiers, pairs of an instruction's cases: made only for a sink that is there. */
  readonly kto?: Sink<LabelledRow> | undefined
  readonly rlvr?: Sink<RewardRow> | undefined
  readonly instructionDpo?: Sink<DpoRow> | undefined
  /** What trains a backward model: made only for a sink that is there. */
  readonly inverseSft?: Sink<SftRow> | undefined
}
