import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { parse } from 'yaml'
import { readCommandLine } from '../../../lib/config/commands/command-line.ts'
import { readConfig } from '../../../lib/config/read-config.ts'
import { leave, trainingFiles } from '../../../lib/config/run-folder/leave.ts'
import type { Typed } from '../../../lib/config/typed.ts'
import { cardFacts } from '../../fixtures/card.ts'

const config = (run: string, ...argv: string[]) =>
  readConfig(readCommandLine(['--model', 'qwen', '--run', run, ...argv]) as Typed, {})

const data = (folder: string) =>
  Object.entries({ sft: 'alpaca', dpo: 'ranking', messages: 'messages' }).map(([name, format]) => ({
    name: `autoif_${name}`,
    format,
    path: join(folder, `${name}.jsonl`),
    folder,
  }))

t.test('a run leaves its card, and for each trainer what it can read', async t => {
  const run = t.testdir({})
  const told = [
    '--license',
    'cc-by-4.0',
    '--input-license',
    'ShareGPT, CC0',
    '--card-language',
    'en',
    '--card-language',
    'fi',
  ]
  t.equal(await leave(config(run, ...told), cardFacts, data(run)), undefined)
  const [, head = '', body = ''] = readFileSync(join(run, 'README.md'), 'utf8').split(/^---\n/m)
  t.match(parse(head), { license: 'cc-by-4.0', language: ['en', 'fi'], configs: [{ config_name: 'autoif_sft' }] })
  t.match(body, /these rows: cc-by-4\.0\n- input: ShareGPT, CC0/)
  t.strictSame(readdirSync(join(run, 'train')).sort(), [
    'axolotl-sft.yaml',
    'llama-factory-dpo-nll.yaml',
    'llama-factory-dpo.yaml',
    'llama-factory-sft.yaml',
    'trl-sft.yaml',
  ])
  const dpo = (name: string) => parse(readFileSync(join(run, 'train', name), 'utf8'))
  t.match(dpo('llama-factory-dpo-nll.yaml'), { dataset_dir: run, dataset: 'autoif_dpo', pref_ftx: 1 })
  t.notOk('pref_ftx' in dpo('llama-factory-dpo.yaml'))
  t.strictSame(
    readdirSync(run).filter(name => name.endsWith('.part')),
    [],
  )
})

t.test('training files of an earlier attempt go with their datasets, others stay', async t => {
  const run = t.testdir({ train: { 'mine.yaml': 'a: 1\n' } })
  await leave(config(run), cardFacts, data(run))
  await leave(config(run), cardFacts, data(run).slice(0, 1))
  t.strictSame(readdirSync(join(run, 'train')).sort(), ['llama-factory-sft.yaml', 'mine.yaml'])
})

t.test('a card of ours is written anew, somebody else’s README stays', async t => {
  const run = t.testdir({ 'README.md': '# My project\n' })
  t.equal(await leave(config(run), cardFacts, data(run)), join(run, 'README.md'))
  t.equal(readFileSync(join(run, 'README.md'), 'utf8'), '# My project\n')
  const other = join(run, 'other')
  await leave(config(other), cardFacts, [])
  t.equal(await leave(config(other, '--license', 'mit'), cardFacts, []), undefined)
  t.match(readFileSync(join(other, 'README.md'), 'utf8'), 'license: mit')
})

t.test('the numbers of a preset’s system go with its preset', async t => {
  const beta = (preset: string) => parse(trainingFiles(preset, data('x'))['llama-factory-dpo.yaml'] ?? '').pref_beta
  t.strictSame([beta('sound'), beta('paper'), beta('llama3')], [undefined, 0.3, 0.1])
  t.match(trainingFiles('llama3', data('x'))['llama-factory-sft.yaml'], /QwenLM/, 'llama3_autoif has no SFT')
})

t.test('a place that cannot be written is an error of the sink', async t => {
  const run = t.testdir({ train: 'a file' })
  await t.rejects(leave(config(run), cardFacts, []), { code: 'AUTOIF_SINK', message: /cannot write into/ })
})

t.test('a run of backtranslation leaves what trains both models, by its own numbers', async t => {
  const of = (name: string, format: string) => ({
    name: `autoif_${name}`,
    format,
    path: join('x', `${name}.jsonl`),
    folder: 'x',
  })
  const both = [of('sft', 'alpaca'), of('inverse_sft', 'alpaca'), of('inverse_messages', 'messages')]
  const files = trainingFiles('sound', both, 'backtranslation')
  t.strictSame(Object.keys(files).sort(), [
    'axolotl-inverse-sft.yaml',
    'llama-factory-inverse-sft.yaml',
    'llama-factory-sft.yaml',
    'trl-inverse-sft.yaml',
  ])
  t.match(parse(files['llama-factory-sft.yaml'] ?? ''), { dataset: 'autoif_sft', lora_rank: 16 })
  t.match(parse(files['llama-factory-inverse-sft.yaml'] ?? ''), { dataset: 'autoif_inverse_sft', lora_rank: 32 })
})
