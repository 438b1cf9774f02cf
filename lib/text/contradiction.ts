import { strip } from './strip.ts'

/** What a model is told to reply with when instructions contradict each other (dispatcher, 2025-08). */
export const contradiction = '{"error": "contradicting_constraints"}'

const fenced = /^```\w*\n([^`]*)\n```$/

/** Whether a reply is that and nothing else, bare or in one fence: an answer may well have such JSON in it. */
export const contradicts = (reply: string): boolean => {
  const text = strip(reply)
  const [, body = text] = fenced.exec(text) ?? []
  try {
    return JSON.parse(body)?.error === 'contradicting_constraints'
  } catch {
    return false
  }
}
