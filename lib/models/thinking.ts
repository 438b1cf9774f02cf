const opening = '<think>'
const closing = '</think>'

/**
 * The text without the `<think>…</think>` that reasoning models put first when their server does not part the two.
 * Thinking that never ends stays: nothing tells where an answer would begin.
 */
export const withoutThinking = (text: string): string => {
  const start = text.trimStart()
  const end = start.startsWith(opening) ? start.indexOf(closing) : -1
  return end < 0 ? text : start.slice(end + closing.length).trimStart()
}
