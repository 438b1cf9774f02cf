import { presets } from '../../recipes/presets.ts'
import { completionFlags } from './backtranslation-flags.ts'
import { asked, modelFlags } from './model-flags.ts'
import { outputFlags } from './output-flags.ts'
import { group, type SettingFlag } from './setting-flag.ts'

export type { SettingFlag } from './setting-flag.ts'

const input = group('Input')
const spending = group('Spending')
const run = group('Run')

/** In the order of the help. */
export const settingFlags: readonly SettingFlag[] = [
  ...modelFlags,
  input(
    'queries',
    'queries',
    'user queries (backtranslation: completions): a file, a glob, - for stdin; may be given several times',
    {
      argument: 'file',
      several: 'lines',
      of: ['queries', 'completions'],
    },
  ),
  input('query-field', 'queryField', 'the field that holds the query, dots allowed; else it is found', {
    argument: 'name',
    of: ['queries'],
  }),
  input('turns', 'turns', 'which turns of the user in a conversation are queries', {
    argument: 'which',
    choices: ['first', 'all', 'last'],
    of: ['queries'],
  }),
  input('input-format', 'inputFormat', 'lines: every line is a query', {
    argument: 'format',
    choices: ['auto', 'ndjson', 'lines'],
    of: ['queries', 'completions', 'lines'],
  }),
  input('seeds', 'seeds', 'seed instructions, one a line or NDJSON, or seed tasks; our own unless given', {
    argument: 'file',
    of: ['draws', 'pool'],
  }),
  input('instructions', 'instructions', 'instructions verified earlier; the teacher is then asked for none', {
    argument: 'file',
    of: ['instructions'],
  }),
  input('pairs', 'pairs', 'queries with an instruction each, to show the teacher; our own unless given', {
    argument: 'file',
    of: ['pairs'],
  }),
  ...completionFlags,
  input('decontaminate', 'decontaminate', 'prompts of a benchmark that no row may repeat; may be given several times', {
    argument: 'file',
    several: 'lines',
    of: ['benchmarks'],
  }),
  input('strict', 'strict', 'stop at the first line that cannot be read', { of: ['queries', 'completions', 'lines'] }),
  ...outputFlags,
  spending('prices', 'prices', 'what models cost, YAML or JSON: dollars for a million tokens, or LiteLLM’s table', {
    argument: 'file',
    of: asked,
  }),
  spending('max-cost', 'maxCost', 'stop before more dollars than this are spent', {
    argument: 'dollars',
    broken: true,
    of: asked,
  }),
  spending('max-tokens', 'maxTokens', 'stop before the run takes more tokens than this', { argument: 'n', of: asked }),
  spending('max-requests', 'maxRequests', 'stop before more requests than this are made', { argument: 'n', of: asked }),
  spending('max-minutes', 'maxMinutes', 'ask nothing more after this time', {
    argument: 'minutes',
    broken: true,
  }),
  spending('target', 'target', 'stop when there are so many SFT rows', { argument: 'n', from: 1 }),
  spending('target-pairs', 'targetPairs', 'stop when there are so many DPO pairs', {
    argument: 'n',
    from: 1,
    of: ['dpo'],
  }),
  spending('dry-run', 'dryRun', 'ask nothing: count the queries and say what the run would cost', { of: ['queries'] }),
  spending('pilot', 'pilot', 'run on the first so many queries, then say what all of them would cost', {
    argument: 'n',
    of: ['queries'],
  }),
  run('seed', 'seed', 'all randomness is drawn from it', { argument: 'text' }),
  run('preset', 'preset', 'the numbers of all stages; another recipe has its own', {
    argument: 'name',
    choices: Object.keys(presets),
  }),
  run('config', 'config', 'options from a YAML or JSON file, named as the flags', { argument: 'file', short: 'c' }),
  run('max-failures', 'maxFailures', 'exit with 3 when more records than this end in an error', { argument: 'n' }),
  run('quiet', 'quiet', 'nothing on stderr but errors', { short: 'q' }),
  run('no-progress', 'progress', 'no progress line'),
  run('debug', 'debug', 'stack traces'),
  run('import', 'import', 'a module that registers stages of your own', { argument: 'file' }),
]
