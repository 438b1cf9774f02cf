import { tokens } from './rouge-l.ts'

// Scripts that put no spaces between words: each character is a token.
const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`
const latin = String.raw`\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}`
const beyond = new RegExp(String.raw`[[\p{L}\p{M}]--[${latin}]]`, 'v')
const every = new RegExp(String.raw`[a-z0-9]+|[${unspaced}]|[[\p{L}\p{M}]--[${latin}${unspaced}]]+`, 'gv')

/**
 * The tokens of a text in any script, in lower case: in Latin script exactly ROUGE's, and letters of other scripts besides.
 * ROUGE sees none of those, so to it two Chinese sentences with the same number in them would be one and the same.
 */
export const tokensInAnyScript = (text: string): string[] =>
  beyond.test(text) ? (text.toLowerCase().match(every) ?? []) : tokens(text)
