import { InferenceSession, Tensor } from 'onnxruntime-node'
import type { Encoded } from './tokenizer.ts'

export interface Session {
  /** One row of logits per pair, in the model's own label order; the pairs are padded to the longest of them. */
  logits(pairs: readonly Encoded[]): Promise<number[][]>
}

const matrix = (rows: readonly (readonly number[])[], fill: number): Tensor => {
  const width = Math.max(...rows.map(row => row.length))
  const data = BigInt64Array.from(
    rows.flatMap(row => Array.from({ length: width }, (_, at) => BigInt(row[at] ?? fill))),
  )
  return new Tensor('int64', data, [rows.length, width])
}

/**
 * Loads an ONNX model for sequence classification. Loading and every run block the thread they are called on.
 * Throws what onnxruntime throws when the file is no model, and when the model takes no `input_ids`.
 */
export const openSession = async (onnx: string, pad: number): Promise<Session> => {
  // One thread: a second gains at most a quarter on pairs this short, and spins while it waits for work.
  const session = await InferenceSession.create(onnx, {
    executionProviders: ['cpu'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
  })
  if (!session.inputNames.includes('input_ids'))
    throw new Error(`the model takes no input_ids, only ${session.inputNames.join(', ')}`)
  const output = session.outputNames.includes('logits') ? 'logits' : (session.outputNames[0] as string)

  return {
    logits: async pairs => {
      const offered = {
        input_ids: () =>
          matrix(
            pairs.map(pair => pair.ids),
            pad,
          ),
        attention_mask: () =>
          matrix(
            pairs.map(pair => pair.ids.map(() => 1)),
            0,
          ),
        token_type_ids: () =>
          matrix(
            pairs.map(pair => pair.types),
            0,
          ),
      }
      const wanted = Object.entries(offered).filter(([name]) => session.inputNames.includes(name))
      const results = await session.run(Object.fromEntries(wanted.map(([name, make]) => [name, make()])))
      const { data, dims } = results[output] as Tensor
      const columns = dims.at(-1) as number
      const flat = Array.from(data as Float32Array)
      return pairs.map((_, at) => flat.slice(at * columns, (at + 1) * columns))
    },
  }
}
