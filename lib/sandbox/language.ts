/** What a verifier is written in. */
export type Language = 'javascript' | 'python'

const defining = /^[ \t]*(?:(?:async[ \t]+)?def[ \t]+evaluate\b|evaluate[ \t]*=[ \t]*lambda\b)/m
// Blank lines and remarks may stand before it. An `import` of JavaScript's goes on with `from` and a text, or begins with one.
const beginning =
  /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*(?:import[ \t]+[\w.]+(?:[ \t]+as[ \t]+\w+)?[ \t]*(?:[,;#]|\r?$)(?!.*\bfrom\b)|from[ \t]+[\w.]+[ \t]+import\b|(?:async[ \t]+)?def[ \t]+\w+[ \t]*\()/m

/** The language of a verifier's source: Python when it defines `evaluate` as Python does or begins as only Python can. */
export const languageOf = (source: string): Language =>
  defining.test(source) || beginning.exec(source)?.index === 0 ? 'python' : 'javascript'
