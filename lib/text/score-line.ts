export interface ScoreLineOptions {
  /** False reads scores exactly as upstream's step 8 does: `Score: `, digits, end of the reply; no range. */
  readonly tolerant: boolean
  /** The judge's scale, both ends included; a tolerant reading outside of it is no score. */
  readonly min: number
  readonly max: number
}

/** How far from its end a reply may still name its score; higher up it may be quoting the scale. */
const lastLines = 5

/** The score a judge's reply ends with, undefined when it names none. The last line that names one wins. */
export const scoreLine = (reply: string, options: ScoreLineOptions): number | undefined =>
  options.tolerant ? tolerantScore(reply, options) : strictScore(reply)

// Python's `$` matches before one final newline as well.
const strictScore = (reply: string): number | undefined => {
  const match = /Score: (\d+)\n?$/.exec(reply)
  return match ? Number(match[1]) : undefined
}

const named = /\bscore ?[:=]? ?(-?\d+(?:\.\d+)?)(?: ?(?:\/|out of) ?(\d+(?:\.\d+)?))? ?[.!]? ?$/i

const tolerantScore = (reply: string, { min, max }: ScoreLineOptions): number | undefined => {
  const lines = reply.split(/[\r\n]+/).filter(line => /\S/.test(line))
  const match = lines
    .slice(-lastLines)
    .map(line => named.exec(plain(line)))
    .findLast(found => found !== null)
  if (!match) return undefined
  const score = Number(match[1])
  // Out of another scale's top the number means something else.
  const ofThisScale = match[2] === undefined || Number(match[2]) === max
  return ofThisScale && score >= min && score <= max ? score : undefined
}

// NFKC makes ASCII of the full-width digits and colons that models writing Chinese or Japanese use.
const plain = (line: string): string => line.normalize('NFKC').replace(/[\s*_`'"“”‘’()[\]{}]+/g, ' ')

/** The mean over the replies that hold a score; undefined when none does. */
export const meanScore = (replies: readonly string[], options: Parameters<typeof scoreLine>[1]): number | undefined => {
  const scores = replies.flatMap(reply => scoreLine(reply, options) ?? [])
  return scores.length > 0 ? scores.reduce((sum, score) => sum + score, 0) / scores.length : undefined
}
