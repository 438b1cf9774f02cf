import type { Config } from '../lib/config/read-config.ts'
import type { Wrap } from '../lib/flow/stage.ts'
import { wayOf } from '../lib/recipes/index.ts'
import { entering } from '../lib/wraps/entering.ts'
import { limited } from '../lib/wraps/limited.ts'

/** What ends a run that has made enough. */
export const goalOf = ({ name, settings: { target, targetPairs, pilot } }: Config) => {
  const goal: { reached: string; wraps: readonly Wrap[] } = { reached: '', wraps: [] }
  const towards = (stage: string, most: number, what: string): readonly Wrap[] =>
    most < Number.POSITIVE_INFINITY
      ? [
          limited(stage, most, () => {
            goal.reached = `${most} ${what}`
          }),
        ]
      : []
  const { gate, rows } = wayOf(name)
  const piloted = gate === 'pair' ? limited(gate, pilot, () => {}) : entering(gate, pilot)
  goal.wraps = [
    ...(pilot > 0 ? [piloted] : []),
    ...towards(rows, target, 'rows'),
    ...towards('to-dpo', targetPairs, 'pairs'),
  ]
  return goal
}
