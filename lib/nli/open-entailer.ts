import { fromPackage } from '../package-folder.ts'
import { batcher } from './batcher.ts'
import type { Entailer } from './entailer.ts'
import { readModelFolder } from './model-folder.ts'
import { startThread } from './thread.ts'

export interface OpenEntailerOptions {
  /** A folder laid out as on the Hugging Face hub: config.json, tokenizer.json, onnx/model.onnx or onnx/model_quantized.onnx. */
  readonly path: string
}

/** The folder of the small model that is shipped: English only, for trying things out and for tests. */
export const lexicalBaseline: string = fromPackage('fixtures', 'nli', 'lexical-baseline')

/** Records that may wait here: one question of 64 pairs in the thread and the next ones collecting, at up to three pairs a record. */
const lanes = 64

/**
 * Opens an NLI model: its folder is looked at before this resolves, the model is loaded in the background.
 * Throws AUTOIF_NLI when a file is missing or the model does not tell entailment, neutral and contradiction apart.
 * `close` resolves when the model's thread has ended; it may be called at any time and more than once.
 */
export const openEntailer = async ({ path }: OpenEntailerOptions): Promise<Entailer & { close(): Promise<void> }> => {
  const folder = await readModelFolder(path)
  const thread = startThread(folder)
  const { judge, close } = batcher(thread.judge)
  return {
    name: folder.name,
    lanes,
    judge,
    close: () => {
      close()
      return thread.close()
    },
  }
}
