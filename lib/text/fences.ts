/** A fenced block of a reply. `language` is the first word after the fence in lower case, '' when there is none. */
export interface Fenced {
  readonly language: string
  readonly body: string
}

const opening = /^(\s*)(`{3,}|~{3,})[ \t]*([^\s`]*)[^`]*$/

// Models put the opening fence behind their last word, too; then only one that names its language is a fence.
const openingBehindWords = /()(?<!`)(`{3})([\w+#.-]+)\s*$/

const closing = /^\s*(`{3,}|~{3,})\s*$/

/**
 * The fenced blocks of a reply in order, line ends as \n. As in CommonMark a fence closes only alone on its line, so that
 * ``` inside a line of code or a JSON string cuts nothing off; a block that is never closed runs to the end of the reply.
 */
export const fences = (reply: string): Fenced[] => {
  const blocks: Fenced[] = []
  let open: { indent: number; mark: string; language: string; lines: string[] } | undefined
  for (const line of reply.split(/\r?\n/)) {
    if (open) {
      if (closing.exec(line)?.[1]?.startsWith(open.mark)) {
        blocks.push(block(open))
        open = undefined
      } else open.lines.push(line)
      continue
    }
    const [, indent, mark, language] = opening.exec(line) ?? openingBehindWords.exec(line) ?? []
    if (mark) open = { indent: indent!.length, mark, language: language!.toLowerCase(), lines: [] }
  }
  if (open) blocks.push(block(open))
  return blocks
}

// A block inside a list item is indented as its fence is; left in, the indentation would break Python.
const block = (open: { indent: number; language: string; lines: string[] }): Fenced => ({
  language: open.language,
  body: open.lines.map(line => line.slice(Math.min(open.indent, line.search(/\S|$/)))).join('\n'),
})
