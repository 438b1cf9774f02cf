import { Command, CommanderError, Option } from 'commander'
import { AutoifError } from '../errors.ts'
import { knobs } from '../recipes/knobs.ts'
import { type KnobFlag, knobFlags } from './knob-flags.ts'
import { type SettingFlag, settingFlags } from './setting-flags.ts'
import { settings } from './settings.ts'
import { version } from './version.ts'

/** What was typed: a command, its arguments, and the options by long flag name, as typed. */
export interface Typed {
  readonly command: string
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, string | boolean>>
}

const knobArgument: Record<KnobFlag['kind'], string> = {
  count: ' <n>',
  number: ' <x>',
  share: ' <0..1>',
  switch: '',
  text: ' <text>',
  pairing: ' <how>',
}

// Help says what holds when nothing is said; off, empty and endless need no saying.
const standing = (value: unknown): string => {
  if (value === '' || value === false || value === Number.POSITIVE_INFINITY) return ''
  return value === true ? ' (default on)' : ` (default ${value})`
}

const settingOption = ({ flag, short, argument, choices, words, group, setting }: SettingFlag): Option => {
  const syntax = `${short ? `-${short}, ` : ''}--${flag}${argument ? ` <${argument}>` : ''}`
  const shown = flag.startsWith('no-') ? words : words + standing(settings[setting])
  const option = new Option(syntax, shown).helpGroup(`${group}:`)
  return choices ? option.choices([...choices]) : option
}

const knobOptions = ({ flag, kind, words, room, knob }: KnobFlag): Option[] => {
  const standard = (knobs[room] as Readonly<Record<string, unknown>>)[knob]
  const option = new Option(`--${flag}${knobArgument[kind]}`, words + standing(standard)).helpGroup(
    'Numbers of the stages, here those of --preset sound; a switch is turned off by --no-…:',
  )
  if (kind === 'pairing') option.choices(['two-by-two', 'zip-cycle'])
  return kind === 'switch' ? [option, new Option(`--no-${flag}`).hideHelp()] : [option]
}

// One stage alone writes to stdout and takes its records from stdin.
const recipeOnly = new Set(['sft', 'dpo', 'run', 'instructions', 'seeds'])

const withFlowOptions = (command: Command, alone: boolean): Command => {
  for (const flag of settingFlags) if (!alone || !recipeOnly.has(flag.flag)) command.addOption(settingOption(flag))
  for (const flag of knobFlags) for (const option of knobOptions(flag)) command.addOption(option)
  return command
}

const examples = `
Examples:
  autoif-stream --model rehearsal --run demo < queries.jsonl
  cat sharegpt.jsonl | autoif-stream --base-url http://localhost:8000/v1 --model qwen --dpo dpo.jsonl > sft.jsonl
  autoif-stream stage screen < queries.jsonl > screened.jsonl

Exit codes: 0 done · 1 error · 2 usage · 3 more failures than --max-failures · 130/143 stopped by a signal`

// Commander marks what came from the command line; everything else has its own place in the order of precedence.
const typedOptions = (command: Command): Typed['options'] => {
  const values = command.opts<Record<string, string | boolean>>()
  const names = [...settingFlags, ...knobFlags].map(({ flag }) => flag.replace(/^no-/, ''))
  return Object.fromEntries(
    names.flatMap(name => {
      const key = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
      return command.getOptionValueSource(key) === 'cli' ? [[name, values[key] as string | boolean]] : []
    }),
  )
}

/** Builds the command line; `help` prints to stdout. */
export const commandLine = (take: (typed: Typed) => void): Command => {
  const act =
    (name: string) =>
    (...received: unknown[]) => {
      const command = received.at(-1) as Command
      take({ command: name, args: command.args, options: typedOptions(command) })
    }
  const program = withFlowOptions(new Command('autoif-stream'), false)
    .description(
      'Turns a stream of user queries into verified training data for instruction following: SFT rows and DPO pairs.',
    )
    .version(version, '--version', 'print the version')
    .enablePositionalOptions()
    .argument('[recipe]', 'which recipe to run', 'autoif')
    .addHelpText('after', examples)
    .action(act('run'))
  withFlowOptions(
    program
      .command('stage')
      .description('run one stage as a filter: NDJSON in, NDJSON out')
      .argument('<name>', 'the name of a stage, e.g. screen, cross-validate, verify, score'),
    true,
  ).action(act('stage'))
  withFlowOptions(
    program.command('verify').description('run verifiers against responses: `stage verify`'),
    true,
  ).action(act('verify'))
  program
    .command('teacher')
    .description('serve the rehearsal teacher as an OpenAI-compatible HTTP server on this machine')
    .option('--port <n>', 'port to listen on, 0 for any free one', '8080')
    .option('--seed <text>', 'faults are drawn from it', '0')
    .option('--latency <ms>', 'how long an answer takes', '0')
    .option('--jitter <ms>', 'how much longer it may take', '0')
    .option(
      '--faults <rates>',
      'how often it fails, e.g. rate429=0.1,rate500=0.05,rateCut=0.01,rateHalf=0.01,retryAfterS=1',
      '',
    )
    .option('--rehearsal <rates>', 'how often its answers are wrong, e.g. wrongFunctions=0.3', '')
    .action((options: Record<string, string>) => take({ command: 'teacher', args: [], options }))
  program
    .command('doctor')
    .description('say which sandbox layers, models and versions are in force here')
    .action(() => take({ command: 'doctor', args: [], options: {} }))
  for (const one of [program, ...program.commands]) one.exitOverride().allowExcessArguments(false)
  return program
}

/** Reads argv (without node and script). Undefined when help or the version was printed. Throws AUTOIF_USAGE. */
export const readCommandLine = (argv: readonly string[]): Typed | undefined => {
  let typed: Typed | undefined
  const program = commandLine(taken => {
    typed = taken
  })
  for (const one of [program, ...program.commands]) one.configureOutput({ writeErr: () => {} })
  try {
    program.parse([...argv], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return undefined
    const message = error.message.replace(/^error: /, '').trim()
    throw new AutoifError('AUTOIF_USAGE', message, { hint: 'See autoif-stream --help.' })
  }
  return typed
}
