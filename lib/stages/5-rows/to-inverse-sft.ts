import { reject, type Stage } from '../../flow/stage.ts'
import { prompt } from '../../prompts/prompt.ts'
import type { Answered } from '../../records/lessons.ts'
import type { SftRow } from '../../records/rows.ts'

const rejects = {
  blank: 'the instruction or the response is blank, and trainers skip such rows or learn silence from them',
} as const

// What invert asks is what the backward model learns to answer.
const words = prompt('invert', 'response')

// Where people's own question is known, no model has a part in the row.
const byPeople = { origin: 'seed', model: 'unknown' } as const

/** A row to train a backward model on: from the response to the instruction, people's own question where it is known. */
export const toInverseSft = (): Stage<Answered, SftRow, keyof typeof rejects> => ({
  name: 'to-inverse-sft',
  cost: 'free',
  lanes: 1,
  rejects,
  run({ question, instruction, response, ...record }, { id }) {
    const asked = question ?? instruction
    if (asked.trim() === '' || response.trim() === '') return reject('blank')
    const { origin, model } = question === undefined ? record : byPeople
    return {
      prompt: words({ response }),
      response: asked,
      lineage: { id, model, origin, instruction: asked, query: '' },
    }
  },
})
