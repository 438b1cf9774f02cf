import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AutoifError } from '../errors.ts'
import { labels } from '../records/records.ts'

/** What is known of a model before it is loaded. Plain data: it is handed to the worker thread. */
export interface ModelFolder {
  readonly path: string
  /** The config's `model_type`, else its `_name_or_path`. */
  readonly name: string
  readonly onnx: string
  /** True for `onnx/model_quantized.onnx`, taken only where `onnx/model.onnx` is absent. */
  readonly quantized: boolean
  /** Where the logits of entailment, neutral and contradiction stand in a row of the model's output. */
  readonly order: readonly number[]
}

const layout =
  'Give a folder laid out as on the Hugging Face hub: config.json, tokenizer.json and onnx/model.onnx or onnx/model_quantized.onnx'

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** The parsed content of a JSON object in `folder`. Throws AUTOIF_NLI when it is missing or is no JSON object. */
export const readJson = async (folder: string, file: string): Promise<Record<string, unknown>> => {
  const text = await readFile(join(folder, file), 'utf8').catch(cause => {
    throw new AutoifError('AUTOIF_NLI', `The NLI model in ${folder} has no readable ${file}`, { hint: layout, cause })
  })
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
    throw new TypeError('not an object')
  } catch (cause) {
    const hint = 'The file may be cut short or a git-lfs pointer: fetch it again'
    throw new AutoifError('AUTOIF_NLI', `${join(folder, file)} holds no JSON object`, { hint, cause })
  }
}

const orderOf = (folder: string, id2label: unknown): number[] => {
  const known = Object.entries(id2label ?? {}).map(([index, label]) => [Number(index), String(label)] as const)
  return labels.map(label => {
    const found = known.find(([, name]) => name.toLowerCase() === label)
    if (found) return found[0]
    const names = known.map(([, name]) => name).join(', ') || 'none'
    throw new AutoifError(
      'AUTOIF_NLI',
      `The NLI model in ${folder} has no label "${label}"; its labels are: ${names}`,
      {
        hint: 'Give a three-way NLI model whose config.json names entailment, neutral and contradiction in id2label',
      },
    )
  })
}

/** Looks at a model folder without loading the model. Throws AUTOIF_NLI with what is missing and how the folder should look. */
export const readModelFolder = async (path: string): Promise<ModelFolder> => {
  if (!(await isThere(path))) throw new AutoifError('AUTOIF_NLI', `There is no NLI model at ${path}`, { hint: layout })
  const config = await readJson(path, 'config.json')
  const full = join(path, 'onnx', 'model.onnx')
  const small = join(path, 'onnx', 'model_quantized.onnx')
  const quantized = !(await isThere(full))
  const missing = [
    ...((await isThere(join(path, 'tokenizer.json'))) ? [] : ['tokenizer.json']),
    ...(quantized && !(await isThere(small)) ? ['onnx/model.onnx or onnx/model_quantized.onnx'] : []),
  ]
  if (missing.length > 0)
    throw new AutoifError('AUTOIF_NLI', `The NLI model in ${path} lacks ${missing.join(' and ')}`, { hint: layout })
  const name = String(config.model_type ?? config._name_or_path ?? 'unnamed')
  return { path, name, onnx: quantized ? small : full, quantized, order: orderOf(path, config.id2label) }
}
