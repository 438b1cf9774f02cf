/** The length of a text as Python's `len()` counts it: code points, a lone surrogate being one. */
export const codePoints = (text: string): number => {
  // V8 keeps ASCII and Latin-1 in one-byte strings, in which this search ends before it begins.
  const first = text.search(/[\ud800-\udbff]/)
  if (first < 0) return text.length
  let count = text.length
  for (let at = first + 1; at < text.length; at++) {
    if (isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1))) count--
  }
  return count
}

const isHigh = (unit: number): boolean => (unit & 0xfc00) === 0xd800

const isLow = (unit: number): boolean => (unit & 0xfc00) === 0xdc00
