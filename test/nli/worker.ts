import { once } from 'node:events'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import t from 'tap'
import { readModelFolder } from '../../lib/nli/model-folder.ts'
import { lexicalBaseline } from '../../lib/nli/open-entailer.ts'
import { askToStop, runFlags, waitOutside } from '../../lib/nli/run-flags.ts'

const start = async (changes: { path?: string; onnx?: string } = {}) => {
  const flags = runFlags()
  const folder = { ...(await readModelFolder(lexicalBaseline)), ...changes }
  const worker = new Worker(new URL('../../lib/nli/worker.ts', import.meta.url), { workerData: { folder, flags } })
  const gone = once(worker, 'exit')
  const told = async (): Promise<unknown> => (await once(worker, 'message'))[0]
  return { flags, worker, gone, told, first: await told() }
}
const pairs = [['Answer in at most 20 words.', 'Answer in at most 20 words.']]

t.test('the thread says that it is ready, answers, and ends by itself when told to', async t => {
  const { worker, gone, told, first, flags } = await start()
  t.same(first, { ready: true })
  t.ok(waitOutside(flags, 1000), 'ready means outside')
  worker.postMessage({ pairs })
  t.same(await told(), { labels: ['entailment'] })
  worker.postMessage({ close: true })
  t.same(await gone, [0])
})

t.test('a model that cannot be loaded is told once and then again to whoever asks', async t => {
  const { worker, gone, told, first, flags } = await start({ onnx: '/nowhere/model.onnx' })
  t.match(first, { fault: /nowhere/ })
  t.ok(waitOutside(flags, 1000))
  worker.postMessage({ pairs })
  t.match(await told(), { fault: /nowhere/ })
  worker.postMessage({ close: true })
  t.same(await gone, [0])
})

t.test('after a stop nothing is run', async t => {
  const { worker, gone, told, flags } = await start()
  askToStop(flags)
  worker.postMessage({ pairs })
  t.same(await told(), { fault: 'it was closed' })
  worker.postMessage({ close: true })
  await gone
})

t.test('tokenizer_config.json may be missing but not broken', async t => {
  const path = t.testdir({})
  cpSync(lexicalBaseline, path, { recursive: true })
  rmSync(`${path}/tokenizer_config.json`)
  const whole = await start({ path })
  t.same(whole.first, { ready: true })
  whole.worker.postMessage({ close: true })
  writeFileSync(`${path}/tokenizer_config.json`, '{')
  const broken = await start({ path })
  t.match(broken.first, { fault: /tokenizer_config\.json holds no JSON object/ })
  broken.worker.postMessage({ close: true })
  await Promise.all([whole.gone, broken.gone])
})
