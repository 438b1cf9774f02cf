import { allJoined } from '../text/sentence-join.ts'
import type { Composed } from './conversations.ts'

/** How many instructions hold in the last of the first `count` turns. */
export const heldIn = (turns: readonly number[], count: number): number =>
  turns.slice(0, count).reduce((sum, more) => sum + more, 0)

/** The first `count` turns alone, with the instructions that hold in them. */
export const firstTurns = <In extends Composed>(record: In, count: number): In => {
  const composedOf = record.composedOf.slice(0, heldIn(record.turns, count))
  const instruction = allJoined(composedOf.map(({ instruction }) => instruction))
  return { ...record, composedOf, instruction, turns: record.turns.slice(0, count) }
}
