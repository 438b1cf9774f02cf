import { dialects } from '../../records/interchange/dialects.ts'
import { formats } from '../../sinks/shapes/index.ts'
import { asked } from './model-flags.ts'
import { group, type SettingFlag } from './setting-flag.ts'

const output = group('Output')

/** Where rows and all else go, and in which forms; in the order of the help. */
export const outputFlags: readonly SettingFlag[] = [
  output('sft', 'sft', 'SFT rows, - for stdout', { argument: 'file' }),
  output('dpo', 'dpo', 'DPO pairs', { argument: 'file', of: ['dpo'] }),
  output('inverse-sft', 'inverseSft', 'SFT rows the other way round, which train a backward model (backtranslation)', {
    argument: 'file',
    of: ['inverseSft'],
  }),
  output('rejects', 'rejects', 'every refused or failed record with stage and reason', { argument: 'file' }),
  output('summary', 'summary', 'the closing table as JSON', { argument: 'file' }),
  output('run', 'run', 'a directory for all of the above, dataset_info.json, a card and training files', {
    argument: 'dir',
  }),
  output(
    'also',
    'also',
    `another form to write, into the run directory or format=file; again for several: ${[
      ...Object.values(formats).flatMap(some => Object.keys(some)),
    ].join(
      ', ',
    )}; instruction- before a form of pairs makes them of an instruction’s cases, inverse- before one of SFT rows turns them round`,
    { argument: 'format', several: 'lines' },
  ),
  output('license', 'license', 'the licence of what is written, for the card of the run directory', {
    argument: 'id',
  }),
  output('input-license', 'inputLicense', 'a licence of what went in, in your words, for the card', {
    argument: 'words',
    several: 'lines',
  }),
  output('card-language', 'cardLanguage', 'a language of the rows, for the card', {
    argument: 'code',
    several: 'lines',
  }),
  output('sft-format', 'sftFormat', 'the form of SFT rows', {
    argument: 'format',
    choices: Object.keys(formats.sft),
    of: ['sft', 'sftAside'],
  }),
  output('dpo-format', 'dpoFormat', 'the form of DPO pairs', {
    argument: 'format',
    choices: Object.keys(formats.dpo),
    of: ['dpo'],
  }),
  output('kto-format', 'ktoFormat', 'the form of responses with their labels', {
    argument: 'format',
    choices: Object.keys(formats.kto),
    of: ['kto'],
  }),
  output('rlvr-format', 'rlvrFormat', 'the form of tasks with their verifiers', {
    argument: 'format',
    choices: Object.keys(formats.rlvr),
    of: ['rlvr'],
  }),
  output(
    'names',
    'names',
    'whose field names the rows bear: QwenLM/AutoIF’s, llama3_autoif’s, dispatcher’s or DSAA6000Q’s',
    {
      argument: 'whose',
      choices: Object.keys(dialects),
      of: ['names'],
    },
  ),
  output('no-lineage', 'lineage', 'leave out `_autoif`, which says where a row comes from', {
    of: ['sft', 'dpo', 'kto', 'rlvr'],
  }),
  output(
    'journal',
    'journal',
    'the answers of models are kept here and never bought twice (default in the run directory, if there is one)',
    {
      argument: 'file',
      no: 'keep no answers',
      of: asked,
    },
  ),
  output('offline', 'offline', 'answer from the journal alone; what is not there is an error', {
    of: asked,
  }),
]
