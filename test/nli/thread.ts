import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { writeSlowModel } from '../../fixtures/nli/slow-model.ts'
import { readModelFolder } from '../../lib/nli/model-folder.ts'
import { lexicalBaseline } from '../../lib/nli/open-entailer.ts'
import { startThread } from '../../lib/nli/thread.ts'

const same = ['Answer in at most 20 words.', 'Answer in at most 20 words.'] as const

t.test('questions are answered in their order, and closing twice is closing once', async t => {
  const thread = startThread(await readModelFolder(lexicalBaseline))
  const answers = await Promise.all([thread.judge([same]), thread.judge([same, same]), thread.judge([])])
  t.same(answers, [['entailment'], ['entailment', 'entailment'], []])
  await Promise.all([thread.close(), thread.close()])
  await thread.close()
  await t.rejects(thread.judge([same]), { code: 'AUTOIF_NLI', message: /closed/ })
})

t.test('a broken model fails whoever asks, with what to do, and can still be closed', async t => {
  const folder = await readModelFolder(lexicalBaseline)
  const path = t.testdir({ 'model.onnx': 'not a model' })
  const thread = startThread({ ...folder, onnx: `${path}/model.onnx` })
  const asked = await Promise.allSettled([thread.judge([same]), thread.judge([same])])
  const reason = { code: 'AUTOIF_NLI', message: /cannot be loaded: .*Protobuf/, hint: /fetch them again/ }
  t.match(asked, [{ reason }, { reason }])
  await thread.close()
})

t.test('a model with fewer columns than its config says cannot judge', async t => {
  const folder = await readModelFolder(lexicalBaseline)
  const thread = startThread({ ...folder, order: [0, 1, 7] })
  await t.rejects(thread.judge([same]), { code: 'AUTOIF_NLI', message: /not a number/ })
  await thread.close()
})

t.test('closing while the model is being loaded waits for it', async t => {
  const thread = startThread(await readModelFolder(lexicalBaseline))
  await thread.close()
  await t.rejects(thread.judge([same]), { code: 'AUTOIF_NLI' })
})

/** How the process ended that was left while the model's thread was inside a run. */
const leave = (folder: string, how: string) => {
  const script = fileURLToPath(new URL('../../fixtures/nli/leave-during-run.ts', import.meta.url))
  return new Promise<object>(resolve => {
    execFile(process.execPath, [script, folder, how], (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, signal: error?.signal ?? null, stdout, stderr })
    })
  })
}

t.test('leaving during a run does not abort the process', async t => {
  const folder = t.testdir({})
  writeSlowModel(folder)
  const [closed, exited, threw] = await Promise.all(['close', 'exit', 'throw'].map(how => leave(folder, how)))
  t.match(closed, { code: 0, signal: null, stdout: 'true AUTOIF_NLI' }, 'close refuses what was not judged')
  t.match(exited, { code: 0, signal: null }, 'process.exit')
  t.match(threw, { code: 1, signal: null, stderr: /something unforeseen/ }, 'an uncaught error')
})
