import { reject, type Stage } from '../../flow/stage.ts'
import type { Model } from '../../models/model.ts'
import { prompt } from '../../prompts/prompt.ts'
import { integer } from '../../random.ts'
import type { Composed, Constraint } from '../../records/conversations.ts'
import { drawnFrom } from '../../records/placeholder-values.ts'
import { namesIn } from '../../records/placeholders.ts'
import { followingAll } from '../../records/together.ts'
import type { Taking } from '../../records/verdicts.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { contradiction, contradicts } from '../../text/contradiction.ts'
import { filled } from '../../text/placeholders.ts'

const rejects = {
  'no-example': 'no case has values for a placeholder that the teacher would have to fill, so nothing can be tried',
  contradictory: 'the teacher found every time that the instructions contradict each other',
  unsatisfied: 'no text passed the verifiers of all instructions, so nothing shows that they can be followed together',
} as const

/** tries: texts that are sampled to find one; ours, and few, since each set that is kept is put to many queries. Temperature and the rest: as sample, verify and accept. */
export const defaults = {
  tries: 4,
  temperature: 0.8,
  taking: 'boolean' as Taking,
  errorsFail: false,
  passRateAbove: 0.5,
}

type Needs = { readonly model: Model; readonly sandbox: Sandbox } & Partial<typeof defaults>

const words = prompt('satisfy', 'instructions', 'contradiction')

/**
 * Keeps instructions that stand together only when that they can be followed together is proven by execution: at least one of
 * the texts sampled for them passes the verifiers of each. Placeholders take the values of one of their instruction's cases for that, or drawn ones.
 */
export const satisfy = <In extends Composed>({
  model,
  sandbox,
  ...knobs
}: Needs): Stage<In, In, keyof typeof rejects> => {
  const { tries, temperature, ...bar } = { ...defaults, ...knobs }
  return {
    name: 'satisfy',
    cost: 'model',
    lanes: model.lanes,
    rejects,
    async run(record, { random, signal }) {
      const tried = record.composedOf.map(one => exemplified(one, random))
      const open = tried.find(({ instruction, placeholders = {} }) =>
        namesIn(instruction).some(name => Object.hasOwn(placeholders, name)),
      )
      if (open) return reject('no-example', { instruction: open.instruction })
      const instructions = tried.map(({ instruction }) => `- ${instruction}`).join('\n')
      const asked = words({ instructions, contradiction })
      const replies = await model.ask(asked, { n: tries, temperature, seed: integer(random, 2 ** 31), signal })
      const texts = replies.filter(reply => reply.trim() !== '' && !contradicts(reply))
      if (texts.length === 0 && replies.some(contradicts)) return reject('contradictory', { instructions })
      const rates = await followingAll(sandbox.grade, tried, texts, bar, signal)
      return rates.some(rate => rate !== undefined) ? record : reject('unsatisfied', { instructions, texts })
    },
  }
}

const exemplified = (constraint: Constraint, random: () => number): Constraint => {
  const { instruction, placeholders, cases } = constraint
  if (!placeholders) return constraint
  const examples = cases.filter(({ args }) => args)
  const args = { ...drawnFrom(placeholders, random), ...examples[integer(random, examples.length)]?.args }
  return { ...constraint, args, instruction: filled(instruction, args) }
}
