import type { Language } from './family.ts'
import { js, py } from './source.ts'

/** Functions for instructions that no family knows, each named by what it checks: they look at something, hardly at what was meant. */
export const vague: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  javascript: {
    'Give an answer that is not empty.': js`return response.trim().length > 0`,
    'Write more than one word.': js`return response.trim().split(/\s+/).length > 1`,
    'Let the answer contain a letter.': js`return /[A-Za-z]/.test(response)`,
    'Write at least ten characters.': js`return response.trim().length >= 10`,
  },
  python: {
    'Give an answer that is not empty.': py`
      def evaluate(response: str) -> bool:
          return bool(response.strip())`,
    'Write more than one word.': py`return len(response.split()) > 1`,
    'Let the answer contain a letter.': py`return any(character.isalpha() for character in response)`,
    'Write at least ten characters.': py`
      def evaluate(response):
          text = response.strip()
          return len(text) >= 10`,
  },
}

/** Texts about which the vague functions agree, and whether they accept them. */
export const vagueCases: readonly (readonly [input: string, output: boolean])[] = [
  ['The answer takes the instruction into account.', true],
  ['Here is what was asked for, in the form that was asked for.', true],
  ['A short reply that tries to do as told.', true],
  ['', false],
  ['   ', false],
  ['\t', false],
  ['\n', false],
]
