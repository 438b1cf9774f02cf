import type { Knobs } from '../../recipes/knobs.ts'
import type { RecipeName } from '../../recipes/needs.ts'
import type { Load, Workload } from '../workload.ts'
import { backtranslation } from './backtranslation.ts'
import { conversations } from './conversations.ts'
import { autoif, dispatcher, type Given } from './instructions-lead.ts'
import { llama3 } from './llama3.ts'
import { selfInstruct } from './self-instruct.ts'

const loads: Readonly<Record<RecipeName, (k: Knobs, given: Given) => Load>> = {
  autoif,
  backtranslation,
  conversations,
  dispatcher,
  llama3,
  'self-instruct': selfInstruct,
}

export interface Working extends Given {
  /** `one`: the server gives one reply a request, however many are asked for. */
  readonly samplesPerRequest?: 'auto' | 'one'
}

/** What one query, completion or task takes in a recipe with these knobs. The judge counts as the teacher. */
export const workload = (recipe: RecipeName, k: Knobs, { samplesPerRequest, ...given }: Working = {}): Workload => {
  const { asks, ...rest } = loads[recipe](k, given)
  const of = (count: 'requests' | 'replies'): Workload['replies'] =>
    Object.fromEntries(Object.entries(asks).map(([stage, asked]) => [stage, asked[count]]))
  const replies = of('replies')
  return { requests: samplesPerRequest === 'one' ? replies : of('requests'), replies, ...rest }
}
