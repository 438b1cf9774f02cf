/** Pairs in one run of the model: 8 of like length cost 0.8 of one at a time and 0.4 of 32 in order of arrival (measured). */
const together = 8

/**
 * Which pairs run together, as lists of places in `lengths` (tokens a pair): neighbours in length, so that little is padding.
 * A quantized model takes its pairs one at a time: its activations are scaled over the whole run, so that a label
 * could change with the company its pair is judged in.
 */
export const microBatches = (lengths: readonly number[], quantized: boolean): number[][] => {
  const byLength = lengths.map((length, at) => ({ length, at })).sort((a, b) => a.length - b.length)
  const size = quantized ? 1 : together
  return Array.from({ length: Math.ceil(byLength.length / size) }, (_, batch) =>
    byLength.slice(batch * size, (batch + 1) * size).map(({ at }) => at),
  )
}
