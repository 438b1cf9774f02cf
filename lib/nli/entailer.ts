import type { Label } from '../records/records.ts'

/** Says whether the hypothesis follows from the premise. Stages know this face only; onnxruntime and the batching live behind it. */
export interface Entailer {
  /** What rows it judged say under `nli`: the folder's model type, e.g. `lexical-baseline`. */
  readonly name: string
  readonly lanes: number
  /** Argmax of the softmax in percent rounded to one decimal, ties to the earlier label. Throws AUTOIF_NLI. */
  judge(premise: string, hypothesis: string, signal?: AbortSignal): Promise<Label>
}
