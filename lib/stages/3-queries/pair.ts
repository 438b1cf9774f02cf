import type { Pull } from '../../flow/recipe.ts'
import { place, type Stage, stop } from '../../flow/stage.ts'
import { prompt } from '../../prompts/prompt.ts'
import type { Composed } from '../../records/conversations.ts'
import type { Instruction, Query, Task } from '../../records/records.ts'

/** 16 queries an instruction: paper appendix C, upstream step 6. */
export const defaults = { queries: 16 }

type Needs = { readonly pull: Pull<Query> } & Partial<typeof defaults>

/** An instruction with a query, and with the prompt for the two, unless it is several instructions. */
export type Paired<In> = In & Query & (In extends Composed ? object : Pick<Task, 'prompt'>)

const words = prompt('respond', 'instruction', 'query')

/**
 * Where the two streams meet: every instruction takes the next `queries` queries, and pulling them is what keeps that stream back.
 * Several instructions together are asked turn by turn, so they have no prompt yet. A task's id is the instruction's and the query's, so the same two always ask the same question.
 */
export const pair = <In extends Instruction>({ pull, ...knobs }: Needs): Stage<In, Paired<In>> => {
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
        tasks.push(place(next.id, task(record, next.record)))
      }
      return tasks
    },
  }
}

const task = <In extends Instruction>(record: In, query: Query): Paired<In> => {
  const both = { ...record, ...query }
  return ('composedOf' in record ? both : { ...both, prompt: words(both) }) as Paired<In>
}
