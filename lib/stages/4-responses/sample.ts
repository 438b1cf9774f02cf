import type { Stage } from '../../flow/stage.ts'
import type { Model } from '../../models/model.ts'
import { integer } from '../../random.ts'
import type { Sampled, Task } from '../../records/records.ts'

/** 8 responses at temperature 0.8: paper appendix C. */
export const defaults = { responses: 8, temperature: 0.8, maxTokens: 0 }

type Needs = { readonly model: Model } & Partial<typeof defaults>

/** Asks for several responses to the same prompt (paper §3.2). maxTokens 0 leaves the limit to the server. */
export const sample = <In extends Task>({ model, ...knobs }: Needs): Stage<In, In & Sampled> => {
  const { responses: n, temperature, maxTokens } = { ...defaults, ...knobs }
  return {
    name: 'sample',
    cost: 'model',
    lanes: model.lanes,
    rejects: {},
    async run(record, { random, signal }) {
      const limit = maxTokens > 0 ? { maxTokens } : {}
      const responses = await model.ask(record.prompt, {
        n,
        temperature,
        ...limit,
        seed: integer(random, 2 ** 31),
        signal,
      })
      return { ...record, responses, model: model.name }
    },
  }
}
