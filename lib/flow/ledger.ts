import { AutoifError } from '../errors.ts'
import type { Envelope } from '../records/envelope.ts'

/** What became of the records that entered one stage. */
export interface Account {
  readonly stage: string
  /** Records that entered. */
  entered: number
  /** Entered records that led to at least one record below. */
  kept: number
  /** Entered records that led to none, because the stage refused all of it. */
  rejected: number
  /** Entered records that ended in an error. */
  failed: number
  /** Entered records that were still under way when the flow below wanted no more. */
  cancelled: number
  /** Records handed on. */
  out: number
  /** Rows refused, by reason; a record may be refused in parts. */
  readonly reasons: Record<string, number>
  /** The stage whose records enter here one for one; absent below a source, a cycle and a stop. */
  above?: Account | undefined
}

const lost = (message: string): AutoifError =>
  new AutoifError('AUTOIF_CONSERVATION', message, {
    hint: 'This is a bug in autoif-stream; please report it with the summary of the run.',
  })

const settledOf = ({ kept, rejected, failed, cancelled }: Account): number => kept + rejected + failed + cancelled

/** The books of one run. Every record that enters a stage is entered once and settled once; `balance` says so or throws. */
export class Ledger {
  readonly accounts: Account[] = []
  /** Rows that reached the main sink, and refusals that reached the mouth. */
  rows = 0
  refused = 0
  #quiet: (() => void) | undefined

  open(stage: string, above?: Account): Account {
    const account: Account = {
      stage,
      entered: 0,
      kept: 0,
      rejected: 0,
      failed: 0,
      cancelled: 0,
      out: 0,
      reasons: {},
      above,
    }
    this.accounts.push(account)
    return account
  }

  /** Books a visit by the children it led to. */
  settle(account: Account, children: readonly Envelope[]): void {
    let live = 0
    let failed = false
    for (const { refused } of children) {
      if (!refused) live++
      else {
        account.reasons[refused.why] = (account.reasons[refused.why] ?? 0) + 1
        failed ||= refused.failed
      }
    }
    account.out += live
    if (live > 0) account.kept++
    else if (failed) account.failed++
    else account.rejected++
    this.#stir()
  }

  /** Books a visit that a stop below or an abort cut short, or that wanted nothing more itself. */
  cancel(account: Account): void {
    account.cancelled++
    this.#stir()
  }

  get busy(): boolean {
    return this.accounts.some(account => settledOf(account) < account.entered)
  }

  get failed(): number {
    return this.accounts.reduce((sum, { failed }) => sum + failed, 0)
  }

  /** Resolves when no visit is under way. */
  async quiet(): Promise<void> {
    while (this.busy) {
      await new Promise<void>(resolve => {
        this.#quiet = resolve
      })
    }
  }

  /** Where a flow was cut short, what was read ahead is dropped on purpose, so it need not enter anywhere. */
  waive(accounts: readonly Account[]): void {
    for (const account of accounts) account.above = undefined
  }

  /** Throws AUTOIF_CONSERVATION when a stage settled more or fewer records than entered it, or a record got lost between two. */
  balance(): void {
    for (const account of this.accounts) {
      const { stage, entered, above } = account
      if (settledOf(account) !== entered)
        throw lost(`${stage}: ${entered} records entered, ${settledOf(account)} are accounted for`)
      if (above && above.out !== entered)
        throw lost(`${above.stage} handed on ${above.out} records, ${entered} entered ${stage}`)
    }
  }

  #stir(): void {
    this.#quiet?.()
    this.#quiet = undefined
  }
}
