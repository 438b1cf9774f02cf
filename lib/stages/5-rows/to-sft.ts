import { reject, type Stage } from '../../flow/stage.ts'
import type { Admitted, Bootstrapped, Consistent } from '../../records/examples.ts'
import type { Curated } from '../../records/lessons.ts'
import type { Scored } from '../../records/records.ts'
import type { SftRow } from '../../records/rows.ts'
import { joined } from '../../text/sentence-join.ts'

const rejects = { blank: 'the response is blank, and trainers skip such rows or learn silence from them' } as const

/**
 * sound joins by how the query ends; off, upstream step 9's way, which looks for `?` or `.` anywhere.
 * seedTag and augmentedTag: a sentence to end the prompt with that tells rows of people's own from those whose instruction a
 * model found, as Li et al. 2023 mark the two when they train on both; theirs speak of an AI assistant's style and of
 * knowledge from a web search. None unless told: DSAA6000Q has none.
 */
export const defaults = { soundJoin: true, seedTag: '', augmentedTag: '' }

/**
 * A row to fine-tune on: query and instruction as one prompt, an example's instruction with its input below, the instruction
 * that a curated response answers, or the last turn of a conversation, with those before as its history; and the response.
 */
export const toSft = (
  knobs: Partial<typeof defaults> = {},
): Stage<Scored | Curated | Bootstrapped, SftRow, keyof typeof rejects> => {
  const { soundJoin, seedTag, augmentedTag } = { ...defaults, ...knobs }
  return {
    name: 'to-sft',
    cost: 'free',
    lanes: 1,
    rejects,
    run(record, { id }) {
      if ('output' in record) return record.output.trim() === '' ? reject('blank') : ofExample(record, id)
      if (record.response.trim() === '') return reject('blank')
      if (!('query' in record)) {
        const { origin, instruction, response, model, judge, score } = record
        const tag = origin === 'seed' ? seedTag : augmentedTag
        const lineage = { id, model, judge, score, origin, instruction, query: '' }
        return { prompt: tag === '' ? instruction : `${instruction}\n${tag}`, response, lineage }
      }
      const { query, instruction, response, model, judge, passRate, score, exchanged } = record
      const lineage = { id, model, judge, pass_rate: passRate, score, instruction, query }
      const last = exchanged?.at(-1)
      if (exchanged && last) {
        if (exchanged.some(({ response }) => response.trim() === '')) return reject('blank')
        const history = exchanged.slice(0, -1).map(({ user, response }) => ({ prompt: user, response }))
        return { prompt: last.user, response, history, lineage: { ...lineage, turns: exchanged.length } }
      }
      return { prompt: joined(query, instruction, { sound: soundJoin }), response, lineage }
    },
  }
}

const ofExample = (
  { instruction, input, output, model, ...known }: Bootstrapped & Partial<Admitted & Consistent>,
  id: string,
): SftRow => {
  const { mostSimilar, averageSimilarity, backInstructions: guesses } = known
  return {
    prompt: input === '' ? instruction : `${instruction}\n${input}`,
    response: output,
    lineage: {
      id,
      model,
      instruction,
      input,
      query: '',
      ...(mostSimilar && { most_similar: mostSimilar, avg_similarity_score: averageSimilarity }),
      ...(guesses && { consistency: Math.max(...guesses.map(([, score]) => score)) }),
    },
  }
}
