import { isReject, type Wrap } from '../flow/stage.ts'
import type { Candidate, Validated, Verified } from '../records/records.ts'

/** What somebody who knows says of an instruction's functions and responses; undefined when they do not know either. */
export interface Truth {
  holds(response: string): boolean
  rightFunction(code: string): boolean | undefined
}

export interface Tallies {
  readonly functions: { count(accepted: boolean, right: boolean): void }
  readonly responses: { count(accepted: boolean, right: boolean): void }
}

/** Compares what cross-validate keeps and what accept lets through with the truth; the records pass untouched. */
export const audited = (
  truthOf: (instruction: string) => Truth | undefined,
  { functions, responses }: Tallies,
): Wrap => {
  const auditFunctions = (candidate: Candidate, yielded: unknown): void => {
    const truth = truthOf(candidate.instruction)
    const kept = isReject(yielded) ? [] : (yielded as Validated).verifiers.map(({ code }) => code)
    for (const code of new Set(candidate.functions)) {
      const right = truth?.rightFunction(code)
      if (right !== undefined) functions.count(kept.includes(code), right)
    }
  }
  const auditResponses = ({ instruction, graded }: Verified, yielded: unknown): void => {
    const truth = truthOf(instruction)
    if (!truth || !Array.isArray(yielded)) return
    for (const [at, { text }] of graded.entries()) {
      const repeated = isReject(yielded[at]) && yielded[at].reject === 'repeated'
      if (!repeated) responses.count(!isReject(yielded[at]), truth.holds(text))
    }
  }
  const audits: Readonly<Record<string, (record: never, yielded: never) => void>> = {
    'cross-validate': auditFunctions,
    accept: auditResponses,
  }
  return stage => {
    const audit = audits[stage.name]
    if (!audit) return stage
    const heard = <Yielded>(record: unknown, yielded: Yielded): Yielded => {
      audit(record as never, yielded as never)
      return yielded
    }
    return {
      ...stage,
      run(record, context) {
        const yielded = stage.run(record, context)
        return yielded instanceof Promise ? yielded.then(settled => heard(record, settled)) : heard(record, yielded)
      },
    }
  }
}
