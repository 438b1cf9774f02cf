import type { Grading } from './sandbox.ts'

/** One function's gradings on successive runs of inputs as one. */
export const joined = (parts: readonly Grading[]): Grading => {
  const outcomes = parts.map(part => part.outcomes).join('')
  const message = parts.find(part => part.message !== undefined)?.message
  const values = parts.flatMap(part => part.values ?? [])
  const others = outcomes.split('O').length - 1
  return {
    outcomes,
    ...(message === undefined ? {} : { message }),
    // With one missing, nobody could tell which value belongs to which letter.
    ...(others > 0 && values.length === others ? { values } : {}),
  }
}
