import type { Args } from './args.ts'
import type { Validated } from './records.ts'

// What leaves: rows before any trainer's format.

/** Where a training row comes from; written under `_autoif` unless asked not to. */
export interface Lineage {
  readonly id: string
  readonly model: string
  readonly instruction: string
  readonly query: string
  readonly [field: string]: unknown
}

/** A prompt and the one response to train on, before any trainer's format. */
export interface SftRow {
  readonly prompt: string
  readonly response: string
  /** Earlier turns of the conversation, where it has any. */
  readonly history?: readonly { readonly prompt: string; readonly response: string }[] | undefined
  readonly lineage: Lineage
}

/** A prompt, a response to prefer and one to avoid, before any trainer's format. */
export interface DpoRow {
  readonly prompt: string
  readonly chosen: string
  readonly rejected: string
  readonly lineage: Lineage
}

/** A prompt, one response and whether it was accepted, before any trainer's format. */
export interface LabelledRow {
  readonly prompt: string
  readonly response: string
  readonly label: boolean
  readonly lineage: Lineage
}

/** A prompt to be answered in training and what its answers are rewarded by, before any trainer's format. */
export interface RewardRow extends Validated {
  readonly prompt: string
  readonly args?: Args | undefined
  readonly lineage: Lineage
}
