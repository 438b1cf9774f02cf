/**
 * The stretches of a text that may be JSON starting with `open`, best guess first: each balanced stretch whose first member
 * is quoted, then everything from the first such bracket to the last closing one, for JSON whose quotes do not pair up.
 */
export const jsonSpans = (text: string, open: '{' | '['): string[] => {
  const start = open === '{' ? /\{\s*\\?["'“]/g : /\[\s*["'“]/g
  const spans: string[] = []
  const first = text.search(start)
  if (first < 0) return spans
  start.lastIndex = first
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const end = balancedEnd(text, found.index, found[0].endsWith("'"))
    if (end === undefined) break
    spans.push(text.slice(found.index, end))
    start.lastIndex = end
  }
  const last = text.lastIndexOf(open === '{' ? '}' : ']') + 1
  if (last > first) spans.push(text.slice(first, last))
  return [...new Set(spans)]
}

// In JSON an apostrophe outside of double quotes is prose; only where the first quote is single does it delimit.
const balancedEnd = (text: string, from: number, single: boolean): number | undefined => {
  let depth = 0
  let quote = ''
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at)
    if (char === '\\') at++
    else if (quote) quote = char === quote ? '' : quote
    else if (char === '"' || (single && char === "'")) quote = char
    else if (char === '{' || char === '[') depth++
    else if ((char === '}' || char === ']') && --depth === 0) return at + 1
  }
  return undefined
}
