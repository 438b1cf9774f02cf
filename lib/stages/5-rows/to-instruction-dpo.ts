import { reject, type Stage } from '../../flow/stage.ts'
import { drawn } from '../../random.ts'
import type { Validated } from '../../records/records.ts'
import type { DpoRow } from '../../records/rows.ts'
import { meanVerdicts, type Taking } from '../../records/verdicts.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'

const rejects = {
  open: 'the instruction has placeholders, which each of its cases fills in a way of its own',
  'nothing-chosen': 'no case has an input that more than `chosenAbove` of the functions accept',
  'nothing-rejected': 'no case has an input that every function refuses',
} as const

/**
 * chosenAbove 0.5 and rejected = 0: paper, instruction-level pairs; no upstream code makes them. perSide: at most so many inputs
 * of each side are drawn and all their pairs made, as code_dpo/2 does with responses; the paper gives no number.
 * taking: a sound verifier says true or false.
 */
export const defaults = { chosenAbove: 0.5, perSide: 2, taking: 'boolean' as Taking }

type Needs = {
  readonly sandbox: Sandbox
  /** The model that wrote the cases, for the lineage: a record of an instruction does not say. */
  readonly author?: string | undefined
} & Partial<typeof defaults>

/** Pairs of test cases under their instruction: an input that the functions accept, and one that all of them refuse. */
export const toInstructionDpo = <In extends Validated>({
  sandbox,
  author = 'unknown',
  ...knobs
}: Needs): Stage<In, DpoRow, keyof typeof rejects> => {
  const { chosenAbove, perSide, taking } = { ...defaults, ...knobs }
  return {
    name: 'to-instruction-dpo',
    cost: 'cpu',
    lanes: sandbox.lanes,
    rejects,
    async run({ instruction, placeholders, verifiers, cases }, { id, random, signal }) {
      if (placeholders) return reject('open')
      const inputs = [...new Set(cases.map(({ input }) => input))].filter(input => input.trim() !== '')
      const codes = verifiers.map(({ code }) => code)
      const rates = meanVerdicts(await sandbox.grade(codes, inputs, signal), inputs.length, taking)
      const rated = inputs.map((input, at) => ({ input, rate: rates[at] ?? null }))
      const chosen = rated.filter(({ rate }) => rate !== null && rate > chosenAbove)
      const rejected = rated.filter(({ rate }) => rate === 0)
      if (chosen.length === 0) return reject('nothing-chosen')
      if (rejected.length === 0) return reject('nothing-rejected')
      const avoided = drawn(random, rejected, perSide)
      return drawn(random, chosen, perSide).flatMap((preferred, first) =>
        avoided.map((other, second) => ({
          prompt: instruction,
          chosen: preferred.input,
          rejected: other.input,
          lineage: {
            id: `${id}.${first * avoided.length + second}`,
            model: author,
            chosen_pass_rate: preferred.rate,
            rejected_pass_rate: other.rate,
            instruction,
            query: '',
          },
        })),
      )
    },
  }
}
