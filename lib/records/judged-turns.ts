import { allJoined } from '../text/sentence-join.ts'
import type { Conversed } from './conversations.ts'
import type { Scored } from './records.ts'

/** A turn that the judge let through: the instructions in force by then as one text, and what the judge said. */
export interface Judged {
  readonly instruction: string
  readonly judgements: readonly string[]
  readonly score: number
}

/** The instructions of a turn and of those before it, as one text; turns count from 0. */
export const inForce = ({ constraints, turns }: Conversed, turn: number): string => {
  const held = turns.slice(0, turn + 1).reduce((sum, more) => sum + more, 0)
  return allJoined(constraints.slice(0, held).map(({ instruction }) => instruction))
}

/** A conversation as its last turn that is used, with those before; its score is the lowest. */
export const lastUsed = (
  { constraints: _constraints, turns: _turns, ...record }: Conversed,
  judged: readonly Judged[],
  judge: string,
): Scored => {
  const exchanges = record.exchanges.slice(0, judged.length)
  const { response = '', passRate = null } = exchanges.at(-1) ?? {}
  return {
    ...record,
    instruction: judged.at(-1)?.instruction ?? '',
    exchanges,
    response,
    passRate,
    score: Math.min(...judged.map(({ score }) => score)),
    judgements: judged.flatMap(({ judgements }) => judgements),
    judge,
  }
}
