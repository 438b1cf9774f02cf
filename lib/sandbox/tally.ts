import { createHash } from 'node:crypto'
import type { Grading, Outcome } from './sandbox.ts'

/** What the sandbox has done so far. It is alive: the same object tells more later. */
export interface SandboxTally {
  /** How many verdicts of each kind were given. */
  readonly verdicts: Readonly<Record<Outcome, number>>
  /** How often the child process had to be replaced. */
  readonly restarts: number
  /** Functions that are not run any more: the first 16 hex digits of the SHA-256 of their source, and why. */
  readonly quarantined: readonly { readonly hash: string; readonly reason: string }[]
  /** Python modules that are not offered here, and how many functions asked for each. */
  readonly missingModules: Readonly<Record<string, number>>
  /** What the user should be told, once. */
  readonly notes: readonly string[]
}

const moduleMissing = /^ModuleNotFoundError: (\S+)/
const hashOf = (source: string): string => createHash('sha256').update(source).digest('hex').slice(0, 16)

/** A tally over a map of quarantined sources that is kept elsewhere. */
export const tallyOf = (
  restarts: () => number,
  quarantined: ReadonlyMap<string, string>,
  note: () => string | undefined = () => undefined,
) => {
  const missing = new Map<string, number>()
  const verdicts: Record<Outcome, number> = { T: 0, F: 0, N: 0, O: 0, E: 0, X: 0, M: 0, C: 0, L: 0 }
  const tally: SandboxTally = {
    verdicts,
    get restarts() {
      return restarts()
    },
    get quarantined() {
      return [...quarantined].map(([source, reason]) => ({ hash: hashOf(source), reason }))
    },
    get missingModules() {
      return Object.fromEntries(missing)
    },
    get notes() {
      const told = note()
      return told === undefined ? [] : [told]
    },
  }
  const count = (gradings: readonly Grading[]): void => {
    for (const { outcomes, message = '' } of gradings) {
      for (const letter of outcomes) verdicts[letter as Outcome] += 1
      const module = /[LE]/.test(outcomes) ? moduleMissing.exec(message)?.[1] : undefined
      if (module !== undefined) missing.set(module, (missing.get(module) ?? 0) + 1)
    }
  }
  return { tally, count }
}
