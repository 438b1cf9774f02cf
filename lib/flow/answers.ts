import { AutoifError } from '../errors.ts'

// Replies that came and cannot be used, whoever asks again: see models/flaws.ts.
const flaws = new Set<string | undefined>(['truncated', 'content-filter', 'tool-call', 'no-text'])

const isFlaw = (error: unknown): error is AutoifError =>
  AutoifError.is(error) && error.code === 'AUTOIF_MODEL' && flaws.has(error.reason)

/**
 * All replies to several questions of one visit, in the order of the questions. A question none of whose replies can be used costs
 * the others nothing, as within one question; when that is so of all, or one stays unanswered, its error is thrown.
 */
export const answers = async (asked: readonly Promise<readonly string[]>[]): Promise<readonly string[]> => {
  const settled = await Promise.allSettled(asked)
  const errors = settled.flatMap(one => (one.status === 'rejected' ? [one.reason] : []))
  const grave = errors.find(error => !isFlaw(error)) ?? (errors.length === asked.length ? errors[0] : undefined)
  if (grave) throw grave
  return settled.flatMap(one => (one.status === 'fulfilled' ? one.value : []))
}

/** What was asked for, or the error that says of the replies that they cannot be used; any other is thrown. */
export const unlessFlawed = <Answer>(asked: Promise<Answer>): Promise<Answer | AutoifError> =>
  asked.catch(error => {
    if (isFlaw(error)) return error
    throw error
  })
