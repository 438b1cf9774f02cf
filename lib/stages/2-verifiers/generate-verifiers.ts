import { reject, type Stage } from '../../flow/stage.ts'
import type { Model } from '../../models/model.ts'
import { prompt } from '../../prompts/prompt.ts'
import { integer } from '../../random.ts'
import type { Candidate, Instruction } from '../../records/records.ts'
import { verifierReply } from '../../text/verifier-reply.ts'

const rejects = {
  'no-verifier': 'no reply held both a function and cases that could be read',
} as const

/** 8 replies: upstream's sample file. Tolerant reading repairs what QUIRKS of real replies break; off, it is upstream's strict JSON. */
export const defaults = { replies: 8, temperature: 0.7, tolerant: true }

type Needs = { readonly model: Model } & Partial<typeof defaults>

const words = prompt('generate-verifiers-javascript', 'instruction')

/** Asks for a function that checks the instruction and cases that check the function, several times (paper §3.1, upstream step 2). */
export const generateVerifiers = ({ model, ...knobs }: Needs): Stage<Instruction, Candidate, keyof typeof rejects> => {
  const { replies: n, temperature, tolerant } = { ...defaults, ...knobs }
  return {
    name: 'generate-verifiers',
    cost: 'model',
    lanes: model.lanes,
    rejects,
    async run(record, { random, signal }) {
      const asked = words(record)
      const replies = await model.ask(asked, { n, temperature, seed: integer(random, 2 ** 31), signal })
      const read = replies.map(reply => verifierReply(reply, { tolerant }))
      const found = read.filter(one => typeof one !== 'string')
      if (found.length === 0) return reject('no-verifier', { replies, because: read })
      return {
        ...record,
        prompt: asked,
        replies,
        functions: found.map(({ func }) => func),
        cases: found.flatMap(({ cases }) => cases),
      }
    },
  }
}
