/** The tokens ROUGE compares, as rouge_score makes them without a stemmer: lower case, runs of a-z and 0-9, all else a gap. */
export const tokens = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? []

/** A text's tokens as numbers, equal tokens having equal numbers. Only ids of one vocabulary can be compared. */
export type TokenIds = Int32Array

/** A growing vocabulary: a function from tokens to their ids, numbered from 0 in order of first appearance. */
export const vocabulary = (): ((words: readonly string[]) => TokenIds) => {
  const ids = new Map<string, number>()
  return words =>
    Int32Array.from(words, word => {
      const id = ids.get(word) ?? ids.size
      if (id === ids.size) ids.set(word, id)
      return id
    })
}

/** The F1 of a longest common subsequence of `lcs` tokens between texts of `a` and `b` tokens, in 0..1; 0 when there is none. */
export const fMeasure = (lcs: number, a: number, b: number): number => {
  if (lcs === 0) return 0
  const precision = lcs / b
  const recall = lcs / a
  // In rouge_score's order of operations: thresholds are compared with numbers that must be the same to the last bit.
  return (2 * precision * recall) / (precision + recall)
}

/** ROUGE-L F1 of two texts in 0..1, to the bit what rouge_score gives without a stemmer. */
export const rougeL = (a: TokenIds, b: TokenIds): number => rougeLAgainst(a)(b)

/** rougeL with the first text prepared once, for comparing it with many. */
export const rougeLAgainst = (a: TokenIds): ((b: TokenIds) => number) => {
  const lcs = a.length <= 32 ? shortLcs(a) : longLcs(a)
  return b => fMeasure(lcs(b), a.length, b.length)
}

// Hyyrö's bit-parallel longest common subsequence: one bit for each token of `a`, and for each token of `b` one step
// row = (row + matches) | (row & ~matches); the zeros left at the end are the length.

const shortLcs = (a: TokenIds): ((b: TokenIds) => number) => {
  const masks = new Int32Array(1 + a.reduce((top, id) => Math.max(top, id), -1))
  a.forEach((id, at) => {
    masks[id]! |= 1 << at
  })
  return b => {
    let row = -1
    for (let at = 0; at < b.length; at++) {
      const mask = masks[b[at]!]
      if (mask) row = (row + (row & mask)) | (row & ~mask)
    }
    return ones(~row)
  }
}

const longLcs = (a: TokenIds): ((b: TokenIds) => number) => {
  const words = Math.ceil(a.length / 32)
  const masks = new Map<number, Int32Array>()
  a.forEach((id, at) => {
    const mask = masks.get(id) ?? new Int32Array(words)
    masks.set(id, mask)
    mask[at >>> 5]! |= 1 << (at & 31)
  })
  return b => {
    const row = new Int32Array(words).fill(-1)
    for (let at = 0; at < b.length; at++) {
      const mask = masks.get(b[at]!)
      if (mask) step(row, mask)
    }
    return row.reduce((sum, word) => sum + ones(~word), 0)
  }
}

const step = (row: Int32Array, mask: Int32Array): void => {
  let carry = 0
  for (let word = 0; word < row.length; word++) {
    const old = row[word]!
    const matches = mask[word]!
    const sum = (old >>> 0) + ((old & matches) >>> 0) + carry
    carry = sum > 0xffffffff ? 1 : 0
    row[word] = sum | (old & ~matches)
  }
}

const ones = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
