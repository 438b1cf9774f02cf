// What the families count, in one place, so that "word" and "sentence" mean the same in all of them.

/** Runs of anything that is not white space. */
export const words = (text: string): readonly string[] => text.match(/\S+/g) ?? []

/** Lower-case runs of letters, digits and underscores: words without their punctuation. */
export const plainWords = (text: string): readonly string[] => text.toLowerCase().match(/\w+/g) ?? []

/** Texts up to a `.`, `!` or `?` that is followed by white space or the end; a rest without one is not a sentence. */
export const sentences = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?])(?=\s|$)/)
    .map(piece => piece.trim())
    .filter(piece => /[.!?]$/.test(piece))

/** Blocks between blank lines. */
export const paragraphs = (text: string): readonly string[] => text.split(/\n\s*\n/).filter(block => block.trim())

/** Lines with something on them. */
export const lines = (text: string): readonly string[] => text.split('\n').filter(line => line.trim())

/** How often a pattern, which has to be global, matches. */
export const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
