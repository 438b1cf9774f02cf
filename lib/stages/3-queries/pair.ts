import type { Pull } from '../../flow/recipe.ts'
import { place, type Stage, stop } from '../../flow/stage.ts'
import { prompt } from '../../prompts/prompt.ts'
import type { Instruction, Query, Task } from '../../records/records.ts'

/** 16 queries an instruction: paper appendix C, upstream step 6. */
export const defaults = { queries: 16 }

type Needs = { readonly pull: Pull<Query> } & Partial<typeof defaults>

const words = prompt('respond', 'instruction', 'query')

/**
 * Where the two streams meet: every instruction takes the next `queries` queries, and pulling them is what keeps that stream back.
 * A task's id is the instruction's and the query's, so the same two always ask the same question.
 */
export const pair = <In extends Instruction>({
  pull,
  ...knobs
}: Needs): Stage<In, In & Query & Pick<Task, 'prompt'>> => {
  const { queries } = { ...defaults, ...knobs }
  return {
    name: 'pair',
    cost: 'free',
    lanes: 1,
    rejects: {},
    async run(record) {
      const tasks = []
      while (tasks.length < queries) {
        const next = await pull()
        if (!next) return [...tasks, stop]
        const prompt = words({ instruction: record.instruction, query: next.record.query })
        tasks.push(place(next.id, { ...record, ...next.record, prompt }))
      }
      return tasks
    },
  }
}
