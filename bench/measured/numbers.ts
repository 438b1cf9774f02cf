export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** Three figures are what such a measurement tells. */
export const figure = (number: number): string =>
  number.toLocaleString('en-US', { maximumSignificantDigits: 3, useGrouping: number >= 1000 })

/** How far apart the fastest and the slowest run were, as a share of the median. */
export const spread = (numbers: readonly number[]): string =>
  `±${Math.round((50 * (Math.max(...numbers) - Math.min(...numbers))) / median(numbers))} %`
