// The thread that holds the model. Nobody ends it from outside: it says when it is inside a native run, looks for a
// stop between two runs, and ends by itself when told to close.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type { Label } from '../records/records.ts'
import { labelOf } from './label-of.ts'
import { microBatches } from './micro-batches.ts'
import { type ModelFolder, readJson } from './model-folder.ts'
import { enter, leave, type RunFlags } from './run-flags.ts'
import { openSession, type Session } from './session.ts'
import { type Encoded, type PairTokenizer, pairTokenizer } from './tokenizer.ts'

/** A premise and a hypothesis. */
export type Pair = readonly [premise: string, hypothesis: string]

/** What the main thread sends: pairs to judge, or the end. */
export type Asked = { readonly pairs: readonly Pair[] } | { readonly close: true }

/** What comes back: one message once the model is loaded or could not be, then one for every `pairs`, in order. */
export type Told = { readonly ready: true } | { readonly labels: readonly Label[] } | { readonly fault: string }

interface Loaded {
  readonly tokenizer: PairTokenizer
  readonly session: Session
}

const { folder, flags } = workerData as { readonly folder: ModelFolder; readonly flags: RunFlags }
const port = parentPort as MessagePort

const nothingIfMissing = (error: Error): Record<string, unknown> => {
  if (error.cause instanceof Error && 'code' in error.cause && error.cause.code === 'ENOENT') return {}
  throw error
}

const load = async (): Promise<Loaded> => {
  const config = await readJson(folder.path, 'tokenizer_config.json').catch(nothingIfMissing)
  const tokenizer = pairTokenizer(await readJson(folder.path, 'tokenizer.json'), config)
  return { tokenizer, session: await openSession(folder.onnx, tokenizer.pad) }
}

const run = async (session: Session, pairs: readonly Encoded[]): Promise<number[][]> => {
  if (!enter(flags)) throw new Error('it was closed')
  try {
    return await session.logits(pairs)
  } finally {
    leave(flags)
  }
}

const judge = async ({ tokenizer, session }: Loaded, pairs: readonly Pair[]): Promise<Label[]> => {
  const encoded = pairs.map(([premise, hypothesis]) => tokenizer.encode(premise, hypothesis))
  const lengths = encoded.map(({ ids }) => ids.length)
  const labels: Label[] = []
  for (const batch of microBatches(lengths, folder.quantized)) {
    const rows = await run(
      session,
      batch.map(at => encoded[at] as Encoded),
    )
    batch.forEach((at, row) => {
      labels[at] = labelOf(folder.order.map(column => rows[row]?.[column] ?? Number.NaN))
    })
  }
  return labels
}

const tell = async (work: () => Promise<Told>): Promise<void> => {
  const told = await work().catch((error: unknown) => ({
    fault: error instanceof Error ? error.message : String(error),
  }))
  port.postMessage(told)
}

const loading = load().finally(() => leave(flags))
let last = tell(() => loading.then(() => ({ ready: true })))

port.on('message', (asked: Asked) => {
  // One after the other: the end waits for the question before it.
  last = last.then(async () => {
    if ('close' in asked) port.close()
    else await tell(async () => ({ labels: await judge(await loading, asked.pairs) }))
  })
})
