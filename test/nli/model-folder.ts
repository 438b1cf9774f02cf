import t from 'tap'
import { readJson, readModelFolder } from '../../lib/nli/model-folder.ts'

const config = JSON.stringify({
  model_type: 'deberta-v2',
  _name_or_path: 'someone/some-nli',
  id2label: { 0: 'CONTRADICTION', 1: 'Neutral', 2: 'entailment' },
})
const whole = { 'config.json': config, 'tokenizer.json': '{}', onnx: { 'model.onnx': '', 'model_quantized.onnx': '' } }

t.test('the label order comes from config.json, whatever the case of the names', async t => {
  const path = t.testdir(whole)
  t.match(await readModelFolder(path), { path, name: 'deberta-v2', order: [2, 1, 0], quantized: false })
})

t.test('the full model is taken before the quantized one, and the quantized one where it is the only one', async t => {
  t.match(await readModelFolder(t.testdir(whole)), { onnx: /onnx.model\.onnx$/, quantized: false })
  const path = t.testdir({ ...whole, onnx: { 'model_quantized.onnx': '' } })
  t.match(await readModelFolder(path), { onnx: /onnx.model_quantized\.onnx$/, quantized: true })
})

t.test('a model without a type is called by its name or path', async t => {
  const { id2label } = JSON.parse(config)
  const path = t.testdir({ ...whole, 'config.json': JSON.stringify({ _name_or_path: 'someone/some-nli', id2label }) })
  t.equal((await readModelFolder(path)).name, 'someone/some-nli')
})

const layout = { code: 'AUTOIF_NLI', hint: /config\.json, tokenizer\.json and onnx\/model\.onnx/ }

t.test('what is missing is named, with the path and the layout wanted', async t => {
  const nowhere = `${t.testdir({})}/nowhere`
  await t.rejects(readModelFolder(nowhere), { ...layout, message: `There is no NLI model at ${nowhere}` })
  await t.rejects(readModelFolder(t.testdir({})), { ...layout, message: /config\.json/ })
  const bare = t.testdir({ 'config.json': config })
  const message = `The NLI model in ${bare} lacks tokenizer.json and onnx/model.onnx or onnx/model_quantized.onnx`
  await t.rejects(readModelFolder(bare), { ...layout, message })
})

t.test('a model without the three labels is refused with the labels it has', async t => {
  const labels = (id2label: unknown) => t.testdir({ ...whole, 'config.json': JSON.stringify({ id2label }) })
  await t.rejects(readModelFolder(labels({ 0: 'POSITIVE', 1: 'NEGATIVE' })), {
    code: 'AUTOIF_NLI',
    message: /no label "entailment"; its labels are: POSITIVE, NEGATIVE/,
  })
  await t.rejects(readModelFolder(labels(undefined)), { code: 'AUTOIF_NLI', message: /its labels are: none/ })
})

t.test('a file that is no JSON object is named', async t => {
  const path = t.testdir({ pointer: 'version https://git-lfs.github.com/spec/v1', number: '7' })
  await t.rejects(readJson(path, 'pointer'), {
    code: 'AUTOIF_NLI',
    message: /pointer holds no JSON object/,
    hint: /git-lfs/,
  })
  await t.rejects(readJson(path, 'number'), { code: 'AUTOIF_NLI', message: /number holds no JSON object/ })
})
