import { jsonObject } from './json-object.ts'
import { strip } from './strip.ts'

/** What a model is told to reply with when instructions contradict each other (dispatcher, 2025-08). */
export const contradiction = '{"error": "contradicting_constraints"}'

/** Whether a reply is that and nothing else, bare or fenced: an answer may well have such JSON in it. */
export const contradicts = (reply: string): boolean => {
  const text = strip(reply)
  const bare = text.startsWith('{') && text.endsWith('}')
  const fenced = text.startsWith('```') && text.endsWith('```')
  return (bare || fenced) && jsonObject(text)?.error === 'contradicting_constraints'
}
