import type { Account, Ledger } from '../flow/ledger.ts'
import type { Meter } from '../wraps/metered.ts'
import type { Audit } from './audit.ts'
import type { Contaminated } from './contamination.ts'

export interface Facts {
  readonly version: string
  readonly recipe: string
  readonly preset: string
  readonly seed: string
  readonly complete: boolean
  readonly seconds: number
  readonly meter: Meter
  readonly models: Readonly<Record<string, unknown>>
  /** Tokens and dollars, in all and by stage. */
  readonly spent?: unknown
  readonly sandbox: unknown
  readonly nli: string | null
  /** The files of rows, and how many each holds. */
  readonly outputs?: readonly object[]
  /** What was met of the benchmarks that were kept out. */
  readonly contamination?: readonly Contaminated[]
  /** Present when the teacher is the rehearsal, which knows the truth. */
  readonly audits?: Readonly<Record<string, Audit>>
}

/** The books and what else a reader may ask of a run, as one JSON value; `_v` is the version of this shape. */
export interface Summary extends Omit<Facts, 'meter'> {
  readonly _v: 1
  readonly rows: number
  readonly refused: number
  readonly failed: number
  readonly stages: readonly (Omit<Account, 'above'> & { readonly milliseconds: number })[]
}

export const summary = (ledger: Ledger, { meter, ...facts }: Facts): Summary => ({
  _v: 1,
  ...facts,
  rows: ledger.rows,
  refused: ledger.refused,
  failed: ledger.failed,
  stages: ledger.accounts.map(({ above: _, ...account }) => ({
    ...account,
    milliseconds: Math.round(meter.get(account.stage)?.milliseconds ?? 0),
  })),
})
