import type { Stage } from '../../flow/stage.ts'
import type { Args } from '../../records/args.ts'
import { sameArgs } from '../../records/args.ts'
import type { Case, Graded, Task } from '../../records/records.ts'
import type { RewardRow } from '../../records/rows.ts'
import { joined } from '../../text/sentence-join.ts'

/** sound joins by how the query ends; off, upstream step 9's way, which looks for `?` or `.` anywhere. */
export const defaults = { soundJoin: true }

type In = Task & { readonly graded?: readonly Graded[]; readonly model?: string }

// How hard a task was for the teacher, which is what curricula are made of.
const passRateOf = (graded: readonly Graded[]): number | null => {
  const heard = graded.flatMap(({ passRate }) => passRate ?? [])
  return heard.length > 0 ? heard.reduce((sum, rate) => sum + rate, 0) / heard.length : null
}

// Cases with other values in the placeholders say nothing of this instruction.
const casesFor = (args: Args | undefined, cases: readonly Case[]): readonly Case[] =>
  args === undefined
    ? cases
    : cases.filter(one => sameArgs(one.args, args)).map(({ input, expected }) => ({ input, expected }))

/** A task as a prompt with the functions that reward its answers; `pass_rate` is the mean of the teacher's responses, where there are any. */
export const toRlvr = (knobs: Partial<typeof defaults> = {}): Stage<In, RewardRow> => {
  const { soundJoin } = { ...defaults, ...knobs }
  return {
    name: 'to-rlvr',
    cost: 'free',
    lanes: 1,
    rejects: {},
    run({ query, instruction, args, verifiers, cases, graded = [], model = 'unknown' }, { id }) {
      const lineage = { id, model, pass_rate: passRateOf(graded), instruction, query }
      const prompt = joined(query, instruction, { sound: soundJoin })
      const filled = args ? { args } : {}
      return { prompt, instruction, ...filled, verifiers, cases: casesFor(args, cases), lineage }
    },
  }
}
