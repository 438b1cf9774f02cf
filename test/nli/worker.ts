import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import t from 'tap'
import { readModelFolder } from '../../lib/nli/model-folder.ts'
import { lexicalBaseline } from '../../lib/nli/open-entailer.ts'
import { askToStop, runFlags, waitOutside } from '../../lib/nli/run-flags.ts'

const start = async (onnx?: string) => {
  const flags = runFlags()
  const folder = { ...(await readModelFolder(lexicalBaseline)), ...(onnx === undefined ? {} : { onnx }) }
  const worker = new Worker(new URL('../../lib/nli/worker.ts', import.meta.url), { workerData: { folder, flags } })
  const told = async (): Promise<unknown> => (await once(worker, 'message'))[0]
  return { flags, worker, told, first: await told() }
}
const pairs = [['Answer in at most 20 words.', 'Answer in at most 20 words.']]

t.test('the thread says that it is ready, answers, and ends by itself when told to', async t => {
  const { worker, told, first, flags } = await start()
  t.same(first, { ready: true })
  t.ok(waitOutside(flags, 1000), 'ready means outside')
  worker.postMessage({ pairs })
  t.same(await told(), { labels: ['entailment'] })
  worker.postMessage({ close: true })
  t.same(await once(worker, 'exit'), [0])
})

t.test('a model that cannot be loaded is told once and then again to whoever asks', async t => {
  const { worker, told, first, flags } = await start('/nowhere/model.onnx')
  t.match(first, { fault: /nowhere/ })
  t.ok(waitOutside(flags, 1000))
  worker.postMessage({ pairs })
  t.match(await told(), { fault: /nowhere/ })
  worker.postMessage({ close: true })
  t.same(await once(worker, 'exit'), [0])
})

t.test('after a stop nothing is run', async t => {
  const { worker, told, flags } = await start()
  askToStop(flags)
  worker.postMessage({ pairs })
  t.same(await told(), { fault: 'it was closed' })
  worker.postMessage({ close: true })
  await once(worker, 'exit')
})
