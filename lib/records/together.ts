import { called } from './args.ts'
import type { Constraint } from './conversations.ts'
import { type Answers, meanVerdicts, type Taking } from './verdicts.ts'

type Grade = (
  functions: readonly string[],
  inputs: readonly ReturnType<typeof called>[],
  signal?: AbortSignal,
) => Promise<readonly Answers[]>

interface Bar {
  readonly taking: Taking
  /** Whether a verifier without a verdict counts as one that refuses. */
  readonly errorsFail: boolean
  /** What the pass rate of each instruction must exceed. */
  readonly passRateAbove: number
}

/**
 * For each text the lowest of its pass rates, one for each instruction; undefined unless all of them exceed the bar. A text on
 * which an instruction's verifiers give no verdict is not proven to follow it.
 */
export const followingAll = async (
  grade: Grade,
  constraints: readonly Constraint[],
  texts: readonly string[],
  { taking, errorsFail, passRateAbove }: Bar,
  signal: AbortSignal,
): Promise<readonly (number | undefined)[]> => {
  const rates = await Promise.all(
    constraints.map(async ({ verifiers, args }) => {
      const codes = verifiers.map(({ code }) => code)
      const inputs = texts.map(text => called(text, args))
      return meanVerdicts(await grade(codes, inputs, signal), texts.length, taking, errorsFail ? 0 : null)
    }),
  )
  return texts.map((_, at) => {
    const own = rates.map(row => row[at] ?? null)
    return own.every(rate => rate !== null && rate > passRateAbove) ? Math.min(...(own as number[])) : undefined
  })
}
