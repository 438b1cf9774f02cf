import { drawn, integer } from '../../../random.ts'
import { contradiction } from '../../../text/contradiction.ts'
import { parse } from '../families/index.ts'
import { penFor, topicOf } from '../pen.ts'
import type { Answer, Rates } from '../rates.ts'

// Texts are written for each instruction and put behind one another until one follows them all; what is not found like that
// is taken for a contradiction.
const attempts = 25

/**
 * A short text that follows all instructions that a family knows, or at a known rate breaks one of them. Where none is found it
 * says that they contradict each other, or follows the first.
 */
export const respondTogether = (
  { instructions = '', query = '' }: Readonly<Record<string, string>>,
  { violatingResponses }: Rates,
): Answer => {
  const known = instructions.split('\n').flatMap(line => parse(line.replace(/^- /, '')) ?? [])
  return random => {
    const [first] = known
    if (!first) return penFor(topicOf(query), random).prose()
    for (let attempt = 0; attempt < attempts; attempt++) {
      const texts = drawn(random, known, known.length).map(one => one.write(query, random))
      const found = [...texts, texts.join(' '), texts.join('\n\n')].find(text => known.every(one => one.holds(text)))
      if (found === undefined) continue
      const broken = known[integer(random, known.length)] ?? first
      return random() < violatingResponses ? broken.violate(found, random) : found
    }
    return random() < 0.5 ? contradiction : first.write(query, random)
  }
}
