// JavaScript's trim() keeps U+001C to U+001F and U+0085, which Python strips, and strips U+FEFF, which Python keeps.
const space = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/

/** The text without white space at its ends, as Python's `str.strip()` cuts it. */
export const strip = (text: string): string => {
  let from = 0
  let to = text.length
  while (from < to && space.test(text.charAt(from))) from++
  while (to > from && space.test(text.charAt(to - 1))) to--
  return text.slice(from, to)
}
