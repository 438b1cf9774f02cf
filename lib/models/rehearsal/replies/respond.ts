import { parse } from '../families/index.ts'
import { penFor, topicOf } from '../pen.ts'
import type { Answer, Rates } from '../rates.ts'

/** A short answer that follows the instruction, or at a known rate does not; plain prose when no family knows the instruction. */
export const respond = (
  { instruction = '', query = '' }: Readonly<Record<string, string>>,
  { violatingResponses }: Rates,
): Answer => {
  const constraint = parse(instruction)
  return random => {
    if (!constraint) return penFor(topicOf(query), random).prose()
    const text = constraint.write(query, random)
    return random() < violatingResponses ? constraint.violate(text, random) : text
  }
}
