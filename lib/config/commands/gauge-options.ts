import { type Command, Option } from 'commander'
import { knobOptions, settingOptions } from '../flags/flow-options.ts'
import { knobFlags } from '../flags/knob-flags.ts'
import { settingFlags } from '../flags/setting-flags.ts'

type Given = Readonly<Record<string, string | boolean>>

// What stands where in a run means the same here.
const asInARun = new Set([
  ...['model', 'base-url', 'api-key-file', 'timeout', 'samples-per-request', 'rehearsal', 'nli', 'threads'],
  ...['verifier-timeout', 'verifier-memory', 'instructions', 'preset', 'config', 'quiet', 'debug'],
])

/** Settings that are of use here for whatever recipe, since machine and endpoint are measured whole. */
export const measuring: ReadonlySet<string> = new Set([...asInARun].filter(flag => flag !== 'instructions'))

/**
 * A run's bounds, which here are never endless and never the config file's, as asking costs money. 300 requests suffice for 32 in
 * flight and for a look between; 100,000 tokens are a dollar where a million of them are $10.
 */
const bounds = {
  concurrency: { syntax: '-j, --concurrency <n>', words: 'requests in flight at most that are tried', value: '256' },
  'max-requests': { syntax: '--max-requests <n>', words: 'requests to the endpoint at most', value: '300' },
  'max-tokens': { syntax: '--max-tokens <n>', words: 'tokens, asked and answered, at most', value: '100000' },
} as const

const own = {
  'reply-tokens': { syntax: '--reply-tokens <n>', words: 'tokens a reply may have', value: '256' },
  seconds: { syntax: '--seconds <n>', words: 'how long each figure is measured', value: '2' },
} as const

const asOption = ({
  syntax,
  words,
  value,
}: {
  readonly syntax: string
  readonly words: string
  readonly value: string
}) => new Option(syntax, `${words} (default ${value})`).helpGroup('Measuring:')

const numbers = `
The numbers of the stages are options as of a run (--responses, --verifier-language, …): they decide what a query takes.`

/** Adds the command that measures, with its own options and those of a run that say what is measured. */
export const benchCommand = (program: Command): Command => {
  const command = program
    .command('bench')
    .description('measure this machine and an endpoint: what a run will wait for, and the settings that follow')
    .argument('[recipe]', 'for which recipe', 'autoif')
  for (const one of Object.values({ ...bounds, ...own })) command.addOption(asOption(one))
  command.addOption(new Option('--json', 'for programs, in place of tables').helpGroup('Measuring:'))
  for (const flag of settingFlags)
    if (asInARun.has(flag.flag)) for (const option of settingOptions(flag)) command.addOption(option)
  for (const flag of knobFlags) for (const option of knobOptions(flag)) command.addOption(option.hideHelp())
  return command.addHelpText('after', numbers)
}

/** What was typed, beside the options of a run (`typed`) those of measuring, with their standards. */
export const gaugeOptions = (typed: Given, { json, seconds, replyTokens }: Given): Given => ({
  ...Object.fromEntries(Object.entries(bounds).map(([flag, { value }]) => [flag, value])),
  ...typed,
  seconds: seconds ?? own.seconds.value,
  'reply-tokens': replyTokens ?? own['reply-tokens'].value,
  json: json ?? false,
})
