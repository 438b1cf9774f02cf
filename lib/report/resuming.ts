/** Where a run that was stopped has left what it made, and whether answers are kept for the next one. */
export interface Left {
  readonly stdout: boolean
  readonly files: boolean
  readonly answers: boolean
  /** A stage that ran alone, which has no run directory. */
  readonly alone: boolean
}

/** What a run that was stopped has left, and what the same command does next, in one sentence. */
export const resuming = ({ stdout, files, answers, alone }: Left): string => {
  const left = [...(stdout ? ['rows on stdout are whole'] : []), ...(files ? ['files are left as .part'] : [])].join(
    ', ',
  )
  const next = answers
    ? 'the same command again goes on from the answers that are kept.'
    : `the same command again starts afresh, with ${alone ? '--journal FILE' : '--run DIR'} it would go on.`
  const all = [...(left ? [left] : []), next].join('; ')
  return `${all[0]?.toUpperCase()}${all.slice(1)}`
}
