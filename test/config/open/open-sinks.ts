import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import t from 'tap'
import { openSinks, outputsOf } from '../../../lib/config/open/open-sinks.ts'
import { type Settings, settings } from '../../../lib/config/settings.ts'
import { wayOf } from '../../../lib/recipes/index.ts'
import type { Envelope } from '../../../lib/records/envelope.ts'
import type { DpoRow, SftRow } from '../../../lib/records/rows.ts'

const lineage = { id: 'a.b.0', model: 'teacher', instruction: 'Use no commas.', query: 'Why?' }
const sftRow: SftRow = { prompt: 'Why? Use no commas.', response: 'Because.', lineage }
const dpoRow: DpoRow = { prompt: sftRow.prompt, chosen: 'Because.', rejected: 'Well, because.', lineage }
const refused: Envelope = {
  id: 'x',
  record: { query: 'Hm?' },
  refused: { stage: 'screen', why: 'too-short', failed: false },
}

/** Opens the sinks as told, writes one row into each, closes them, and hands back what went to stdout. */
const written = async (told: Partial<Settings>): Promise<string> => {
  const all = { ...settings, ...told }
  const stdout = new PassThrough()
  const { sft, dpo, rejects } = await openSinks(all, outputsOf(all), stdout, (_, why) => `because ${why}`)
  await sft.write(sftRow)
  await dpo?.write(dpoRow)
  await rejects.write(refused)
  for (const sink of [sft, dpo, rejects]) await sink?.close(true)
  stdout.end()
  return text(stdout)
}

const rows = (...path: string[]) =>
  readFileSync(join(...path), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

t.test('without a run directory SFT rows go to stdout and the rest goes nowhere', async t => {
  const dir = t.testdir({})
  const stdout = await written({})
  t.match(JSON.parse(stdout), { instruction: sftRow.prompt, output: 'Because.', _autoif: lineage })
  t.same(readdirSync(dir), [])
})

t.test('a run directory is made and holds every output, and what LLaMA-Factory reads of it', async t => {
  const run = join(t.testdir({}), 'deep', 'demo')
  t.equal(await written({ run }), '')
  t.same(readdirSync(run).sort(), ['dataset_info.json', 'dpo.jsonl', 'rejects.jsonl', 'sft.jsonl'])
  t.equal(outputsOf({ ...settings, run }).summary, join(run, 'summary.json'))
  t.match(rows(run, 'sft.jsonl'), [{ output: 'Because.' }])
  t.match(rows(run, 'dpo.jsonl'), [{ chosen: 'Because.', rejected: 'Well, because.' }])
  t.match(rows(run, 'rejects.jsonl'), [{ stage: 'screen', why: 'too-short', words: 'because too-short' }])
  const info = JSON.parse(readFileSync(join(run, 'dataset_info.json'), 'utf8'))
  for (const dataset of Object.values<{ file_name: string; columns: Record<string, string> }>(info)) {
    const [row] = rows(run, dataset.file_name)
    for (const column of Object.values(dataset.columns)) t.ok(column in row, `${dataset.file_name} has ${column}`)
  }
  t.same(Object.keys(info), ['autoif_sft', 'autoif_dpo'])
})

t.test('dataset_info.json follows what was written elsewhere, and names nothing that it cannot reach', async t => {
  const dir = t.testdir({})
  const run = join(dir, 'demo')
  const infoOf = async (told: Partial<Settings>) => {
    await written({ run, ...told })
    return JSON.parse(readFileSync(join(run, 'dataset_info.json'), 'utf8'))
  }
  t.match(await infoOf({ sft: join(dir, 'mine.jsonl') }), { autoif_sft: { file_name: join('..', 'mine.jsonl') } })
  t.notOk(existsSync(join(run, 'sft.jsonl')))
  t.same(Object.keys(await infoOf({ sft: '-' })), ['autoif_dpo'])
  t.same(Object.keys(await infoOf({ dpoFormat: 'trl-preference' })), ['autoif_sft'])
  t.match(await infoOf({ sftFormat: 'messages' }), { autoif_sft: { formatting: 'sharegpt' } })
})

t.test('rows are written in the trainer’s format that was asked for, with their lineage or without', async t => {
  const run = t.testdir({})
  await written({ run, sftFormat: 'messages', dpoFormat: 'trl-preference', lineage: false })
  t.same(rows(run, 'sft.jsonl'), [
    {
      messages: [
        { role: 'user', content: sftRow.prompt },
        { role: 'assistant', content: 'Because.' },
      ],
    },
  ])
  t.match(rows(run, 'dpo.jsonl'), [{ rejected: [{ role: 'assistant', content: 'Well, because.' }] }])
  t.notOk('_autoif' in rows(run, 'dpo.jsonl')[0])
})

t.test('a named output goes where it was told, - is stdout', async t => {
  const dir = t.testdir({})
  const run = join(dir, 'run')
  t.same(outputsOf({ ...settings, run, sft: '-', rejects: 'mine.jsonl' }), {
    sft: '-',
    dpo: join(run, 'dpo.jsonl'),
    rejects: 'mine.jsonl',
    summary: join(run, 'summary.json'),
  })
  t.match(JSON.parse(await written({ sft: join(dir, 'sft.jsonl'), dpo: '-' })), { chosen: 'Because.' })
  t.equal(rows(dir, 'sft.jsonl').length, 1)
})

t.test('two outputs are never written into each other', async t => {
  const clash = (told: Partial<Settings>, message: RegExp, hint: RegExp) =>
    t.throws(() => outputsOf({ ...settings, ...told }), { code: 'AUTOIF_USAGE', message, hint })
  clash({ dpo: '-' }, /^sft and dpo would both be written to stdout/, /--dpo/)
  clash({ sft: 'rows.jsonl', rejects: './rows.jsonl' }, /^sft and rejects .*rows\.jsonl$/, /--rejects/)
  clash({ run: 'demo', dpo: 'demo/sft.jsonl' }, /^sft and dpo/, /--dpo/)
  clash({ run: 'demo', also: 'kto=demo/dpo.jsonl' }, /^dpo and also kto/, /--also kto/)
  clash({ also: 'kto=-' }, /^sft and also kto would both be written to stdout/, /--also kto/)
  t.doesNotThrow(() => outputsOf({ ...settings, sft: '/dev/null', dpo: '/dev/null' }), 'a device may be shared')
})

t.test('a place that cannot be written is told before the run', async t => {
  const file = join(t.testdir({ file: '' }), 'file')
  await t.rejects(written({ run: file }), { code: 'AUTOIF_SINK', message: /cannot write into .*file/, hint: /--run/ })
  await t.rejects(written({ dpo: join(file, 'dpo.jsonl') }), { code: 'AUTOIF_SINK', message: /dpo\.jsonl/ })
})

t.test('one run writes any set of formats, and every row of a kind goes into each of its files', async t => {
  const run = join(t.testdir({}), 'demo')
  const also = [
    'messages',
    'trl-preference',
    'kto',
    'rlvr',
    `open-instruct=${join(run, 'oi.json')}`,
    'instruction-ranking',
  ]
  const all = { ...settings, run, also: also.join('\n') }
  const { written, ...sinks } = await openSinks(all, outputsOf(all), new PassThrough(), () => undefined)
  await sinks.sft.write(sftRow)
  await sinks.sft.write(sftRow)
  await sinks.dpo?.write(dpoRow)
  await sinks.kto?.write({ ...sftRow, label: false })
  await sinks.rlvr?.write({ ...sftRow, instruction: 'Use no commas.', verifiers: [], cases: [] })
  await sinks.instructionDpo?.write(dpoRow)
  for (const sink of Object.values(sinks)) await sink?.close(true)
  t.strictSame(Object.fromEntries(written.map(({ name, rows }) => [name, rows])), {
    autoif_sft: 2,
    autoif_messages: 2,
    autoif_dpo: 1,
    autoif_trl_preference: 1,
    autoif_kto: 1,
    autoif_rlvr: 1,
    autoif_open_instruct: 1,
    autoif_instruction_ranking: 1,
  })
  t.equal(rows(run, 'messages.jsonl').length, 2)
  t.match(rows(run, 'trl-preference.jsonl'), [{ chosen: [{ content: 'Because.' }], _autoif: lineage }])
  t.match(rows(run, 'kto.jsonl'), [{ kto_tag: false }])
  t.match(JSON.parse(readFileSync(join(run, 'oi.json'), 'utf8')), [{ dataset: 'autoif' }])
  const info = Object.keys(JSON.parse(readFileSync(join(run, 'dataset_info.json'), 'utf8')))
  t.strictSame(info, ['autoif_sft', 'autoif_dpo', 'autoif_messages', 'autoif_kto', 'autoif_instruction_ranking'])
})

t.test('where pairs are what is made, SFT rows have a sink when they are asked for', async t => {
  const opened = async (told: Partial<Settings>) => {
    const all = { ...settings, dpo: '/dev/null', ...told }
    const { sft, sftAside, dpo } = await openSinks(all, outputsOf(all, 'dpo'), new PassThrough(), () => '', 'dpo')
    for (const sink of [sft, sftAside, dpo]) await sink?.close(true)
    return sftAside !== undefined
  }
  t.same(
    [await opened({}), await opened({ sft: '/dev/null' }), await opened({ also: 'messages=/dev/null' })],
    [false, true, true],
  )
})

t.test('what nobody asked for has no sink, so that it is not made', async t => {
  const { kto, rlvr, instructionDpo } = await openSinks(
    settings,
    outputsOf(settings),
    new PassThrough(),
    () => undefined,
  )
  t.strictSame([kto, rlvr, instructionDpo], [undefined, undefined, undefined])
})

t.test('where no pairs are made there is no sink, no file and no dataset of them', async t => {
  const run = join(t.testdir({}), 'run')
  const all = { ...settings, run }
  const outputs = outputsOf(all, 'sft', ['sft'])
  const { sft, dpo, rejects } = await openSinks(all, outputs, new PassThrough(), () => '', 'sft', ['sft'])
  t.equal(dpo, undefined)
  for (const sink of [sft, rejects]) await sink.close(true)
  t.same(readdirSync(run).sort(), ['dataset_info.json', 'rejects.jsonl', 'sft.jsonl'])
  t.same(Object.keys(JSON.parse(readFileSync(join(run, 'dataset_info.json'), 'utf8'))), ['autoif_sft'])
})

t.test('a recipe of completions has no pairs, and rows for a backward model beside its own', async t => {
  const run = join(t.testdir({}), 'run')
  const all = { ...settings, run, also: 'inverse-messages' }
  const outputs = outputsOf(all, 'sft', wayOf('backtranslation').makes)
  t.match(outputs, { dpo: '', inverseSft: join(run, 'inverse-sft.jsonl') })
  const { inverseSft, sft, rejects, written } = await openSinks(all, outputs, new PassThrough(), () => undefined)
  await inverseSft?.write({ prompt: 'A text.', response: 'Why?', lineage })
  for (const sink of [inverseSft, sft, rejects]) await sink?.close(true)
  t.strictSame(
    written.map(({ name, rows }) => [name, rows]),
    [
      ['autoif_sft', 0],
      ['autoif_inverse_sft', 1],
      ['autoif_inverse_messages', 1],
    ],
  )
  t.match(JSON.parse(readFileSync(join(run, 'inverse-sft.jsonl'), 'utf8')), { instruction: 'A text.', output: 'Why?' })
  t.notOk(existsSync(join(run, 'dpo.jsonl')))
  const twice = { ...settings, run, inverseSft: join(run, 'sft.jsonl') }
  t.throws(() => outputsOf(twice, 'sft', ['sft', 'inverse-sft']), { code: 'AUTOIF_USAGE', hint: /--inverse-sft/ })
})
