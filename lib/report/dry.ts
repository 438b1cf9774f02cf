import type { Account, Ledger } from '../flow/ledger.ts'
import type { Course, Recipe } from '../flow/recipe.ts'
import { unread } from './unread.ts'

/** What has to be known beyond the books to tell why they end with nothing. */
export interface Dry {
  readonly ledger: Ledger
  readonly recipe: Recipe
  /** Stages' reasons in words, by stage. */
  readonly reasons: ReadonlyMap<string, Readonly<Record<string, string>>>
  /** Paths, globs or `-` (one a line) that sources read, by the name of the source; none for what reads no input. */
  readonly reads: Readonly<Record<string, string>>
}

/** The accounts of a course: what its records pass, one behind another, with the other course where two meet. */
interface Branch {
  readonly source: Account
  readonly passed: readonly { readonly account: Account; readonly other?: Branch }[]
  readonly teed: readonly Account[]
}

// Accounts are opened in the order of the steps, those of the other course before the one where it is met.
const branchOf = ({ steps }: Course, next: () => Account): Branch => {
  const source = next()
  const passed: Branch['passed'][number][] = []
  const teed: Account[] = []
  for (const step of steps) {
    if (step.kind === 'tee') teed.push(next())
    if (step.kind === 'through') passed.push({ account: next() })
    if (step.kind !== 'join') continue
    const other = branchOf(step.other, next)
    passed.push({ account: next(), other })
  }
  return { source, passed, teed }
}

const counted = (count: number, what: string): string =>
  `${count} ${count === 1 ? what.replace(/ies$/, 'y').replace(/s$/, '') : what}`

const empty = (given: string): string => {
  const names = given.split('\n').map(path => (path === '-' ? 'stdin' : path))
  return `Nothing came in: ${names.join(', ')} ${names.length > 1 ? 'are' : 'is'} empty.`
}

// More are not taken in at a glance, and the table above has them all.
const shown = 3

/**
 * One sentence about a run that ended with no row at all: which input was empty, or which stage let nothing through, of how many, and
 * its commonest reasons. Where instructions and queries meet it is about those that ran dry. Undefined when there are rows, or it
 * was something else that ended the run.
 */
export const whyDry = ({ ledger, recipe, reasons, reads }: Dry): string | undefined => {
  const accounts = ledger.accounts.values()
  const main = branchOf(recipe, () => accounts.next().value as Account)
  if (ledger.rows > 0 || main.teed.some(({ out }) => out > 0)) return undefined

  const because = (words: Readonly<Record<string, string>> | undefined, { reasons: counts }: Account): string =>
    Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .slice(0, shown)
      .map(([why, count]) => `${words?.[why] ?? why} (${count})`)
      .join('; ')

  const at = ({ stage }: Account, above: Account): string =>
    ledger.accounts.filter(account => account.stage === stage).length > 1 ? `${stage} behind ${above.stage}` : stage

  const ranDry = ({ source, passed }: Branch, what: string): string | undefined => {
    const met = passed.find(({ other }) => other)?.other
    const given = reads[source.stage]
    // Instructions wait for queries, so where nothing came of either it is the queries that are missing.
    if (source.entered === 0 && met?.source.out === 0) return ranDry(met, met.source.stage)
    if (source.entered === 0) return given && empty(given)
    if (source.out === 0)
      return `No row was made: of ${counted(source.entered, what)} none could be read, because ${because(unread, source)}.`
    let above = source
    let records = met ? 'instructions' : what
    for (const { account, other } of passed) {
      if (account.entered > 0 && account.out === 0) {
        if (other) return ranDry(other, other.source.stage)
        const why = because(reasons.get(account.stage), account)
        return (
          why &&
          `No row was made: of ${counted(account.entered, records)} none passed ${at(account, above)}, because ${why}.`
        )
      }
      if (other) records = 'tasks'
      above = account
    }
    return undefined
  }
  return ranDry(main, 'records') || undefined
}
