import { type Problem, problem } from './door.ts'
import { isGiven, isRow, type Row } from './row-fields.ts'

/** One turn of a conversation, before anybody asks whether it is text. */
export interface Turn {
  readonly speaker: 'user' | 'system' | 'assistant'
  readonly content: unknown
}

const users = new Set(['human', 'user', 'prompter'])
const systems = new Set(['system', 'developer'])
// In order of precedence: ShareGPT's, OpenAI's, then the renderings of a few dumps.
const contents = ['value', 'content', 'markdown', 'text'] as const

/** The assistant goes by many names (gpt, chatgpt, bing, bard, model, bot …), so whoever else speaks is the assistant. */
export const speakerOf = (role: unknown): Turn['speaker'] => {
  const name = `${role}`.toLowerCase()
  return users.has(name) ? 'user' : systems.has(name) ? 'system' : 'assistant'
}

const turnOf = (turn: Row): Turn => {
  const name = contents.find(name => isGiven(turn[name])) ?? contents.find(name => Object.hasOwn(turn, name))
  return { speaker: speakerOf(turn.from ?? turn.role), content: name && turn[name] }
}

/** The turns of a list of `{ from | role, value | content | markdown | text }`, or of plain strings, which take turns (LIMA). */
export const turnsOf = (list: readonly unknown[]): readonly Turn[] =>
  list.length > 0 && list.every(turn => typeof turn === 'string')
    ? list.map((content, at) => ({ speaker: at % 2 === 0 ? 'user' : 'assistant', content }))
    : list.filter(isRow).map(turnOf)

const marked = /\s*###\s*(Human|User|Prompter|Assistant):\s*/

/** The turns of `### Human: … ### Assistant: …` (Guanaco); undefined when the text is not made like that. */
export const markedTurns = (text: string): readonly Turn[] | undefined => {
  const [before = '', ...parts] = text.trim().split(marked)
  if (before !== '' || parts.length === 0) return undefined
  return Array.from({ length: parts.length / 2 }, (_, at) => ({
    speaker: speakerOf(parts[2 * at]),
    content: parts[2 * at + 1],
  }))
}

// Content is a string or, since there are models that see, a list of parts.
const textOf = (content: unknown): string | undefined => {
  if (!Array.isArray(content)) return typeof content === 'string' ? content : undefined
  const parts = content.map(part => (isRow(part) ? part.text : part))
  return parts.every(part => typeof part === 'string') ? parts.join('\n') : undefined
}

// A page as a browser had it: it begins and ends with a tag. A question about HTML begins or ends with words.
const rendered =
  /^\s*<(?:!doctype|html|body|div|p|span|pre|ul|ol|table|h[1-6]|blockquote|section|article)\b[^<>]*>[\s\S]*<\/\w+>\s*$/i

/** What a turn says; `which` names it in a Problem, and `empty` is the reason when it says nothing. */
export const said = ({ content }: Turn, which: string, empty = 'empty-query'): string | Problem => {
  if (content instanceof Uint8Array) return problem(`${which} is not UTF-8`, 'not-utf8')
  const text = textOf(content)
  if (text === undefined) return problem(`${which} is not text`, 'not-text')
  if (text.trim() === '') return problem(`${which} is empty`, empty)
  return rendered.test(text) ? problem(`${which} is a page of HTML and not what was typed`, 'html') : text
}
