// As commander has it for options: further away, or with less in common, it is a guess and no help.
const furthest = 3
const leastAlike = 0.4

/** Letters to change, add or leave out, or neighbours to swap, until one text is the other. */
const steps = (from: string, to: string): number => {
  let [before, row] = [[] as number[], Array.from({ length: to.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      const least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same)
      next.push(swapped ? Math.min(least, (before[j - 2] ?? 0) + 1) : least)
    }
    ;[before, row] = [row, next]
  }
  return row[to.length] ?? 0
}

/** The name that was likely meant by one that nobody has; undefined when none is near. */
export const nearest = (name: string, names: readonly string[]): string | undefined => {
  const [first] = names
    .map(one => ({ one, away: steps(name, one), length: Math.max(name.length, one.length) }))
    .filter(({ away, length }) => away <= furthest && (length - away) / length > leastAlike)
    .sort((a, b) => a.away - b.away)
  return first?.one
}

/** The same as the beginning of a hint, or nothing. */
export const didYouMean = (name: string, names: readonly string[]): string => {
  const near = nearest(name, names)
  return near === undefined ? '' : `Did you mean ${near}? `
}
