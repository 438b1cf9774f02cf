import type { DpoShape, SftShape } from './shapes/index.ts'

/** One dataset that was written. */
export interface Dataset {
  /** What LLaMA-Factory's `dataset:` will call it. */
  readonly name: string
  /** The file's name beside dataset_info.json. */
  readonly file: string
  readonly shape: SftShape | DpoShape
}

// From the table of dataset_info.json in LLaMA-Factory's data/README.md.
const entries: Readonly<Record<SftShape | DpoShape, object | undefined>> = {
  alpaca: { columns: { prompt: 'instruction', query: 'input', response: 'output', history: 'history' } },
  messages: {
    formatting: 'sharegpt',
    columns: { messages: 'messages' },
    tags: {
      role_tag: 'role',
      content_tag: 'content',
      user_tag: 'user',
      assistant_tag: 'assistant',
      system_tag: 'system',
    },
  },
  ranking: {
    ranking: true,
    columns: { prompt: 'instruction', query: 'input', chosen: 'chosen', rejected: 'rejected' },
  },
  // Its converter takes chosen and rejected as one message each; given TRL's lists it would skip every row with no more than a warning.
  'trl-preference': undefined,
}

/**
 * The content of LLaMA-Factory's dataset_info.json for what was written, so that a folder of ours can be its `dataset_dir`.
 * TRL preference rows get no entry: LLaMA-Factory cannot read them, write `ranking` for it.
 */
export const datasetInfo = (datasets: readonly Dataset[]): Record<string, object> =>
  Object.fromEntries(
    datasets.flatMap(({ name, file, shape }) => {
      const entry = entries[shape]
      return entry ? [[name, { file_name: file, ...entry }]] : []
    }),
  )
