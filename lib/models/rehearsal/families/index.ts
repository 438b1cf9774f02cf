import type { Constraint, Description, Family } from '../family.ts'
import { brackets } from './brackets.ts'
import { emphasis } from './emphasis.ts'
import { format } from './format.ts'
import { keywordCount } from './keyword-count.ts'
import { keywords } from './keywords.ts'
import { length } from './length.ts'
import { letterCase } from './letter-case.ts'
import { letters } from './letters.ts'
import { lines } from './lines.ts'
import { lists } from './lists.ts'
import { marks } from './marks.ts'
import { numbers } from './numbers.ts'
import { parentheses } from './parentheses.ts'
import { quotes } from './quotes.ts'
import { sentenceEdges } from './sentence-edges.ts'
import { sentenceOrder } from './sentence-order.ts'
import { sentences } from './sentences.ts'
import { signs } from './signs.ts'
import { size } from './size.ts'
import { startEnd } from './start-end.ts'
import { structure } from './structure.ts'
import { wordOrder } from './word-order.ts'
import { wordPlay } from './word-play.ts'
import { wordShape } from './word-shape.ts'

/** Every family the rehearsal teacher knows. */
export const families: readonly Family[] = [
  ...length,
  ...size,
  ...sentences,
  ...sentenceOrder,
  ...sentenceEdges,
  ...structure,
  ...lines,
  ...lists,
  ...brackets,
  ...parentheses,
  ...format,
  ...quotes,
  ...emphasis,
  ...letterCase,
  ...keywords,
  ...keywordCount,
  ...wordOrder,
  ...letters,
  ...wordShape,
  ...wordPlay,
  ...signs,
  ...marks,
  ...startEnd,
  ...numbers,
]

const first = <T>(find: (family: Family) => T | undefined): T | undefined => {
  for (const family of families) {
    const found = find(family)
    if (found !== undefined) return found
  }
  return undefined
}

/** The constraint that an instruction asks for; undefined when no family says it like that. */
export const parse = (instruction: string): Constraint | undefined => first(family => family.parse(instruction))

/** What a function that a family wrote really checks; undefined for anybody else's code. */
export const recognise = (code: string): Description | undefined => first(family => family.recognise(code))
