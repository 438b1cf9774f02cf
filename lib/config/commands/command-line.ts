import { Argument, Command, CommanderError } from 'commander'
import { AutoifError } from '../../errors.ts'
import { knownRecipe } from '../../recipes/index.ts'
import { stageNeeds } from '../../recipes/stage-needs.ts'
import { withFlowOptions } from '../flags/flow-options.ts'
import { knobFlags } from '../flags/knob-flags.ts'
import { settingFlags } from '../flags/setting-flags.ts'
import type { Typed } from '../typed.ts'
import { version } from '../version.ts'
import { addBatchCommands } from './batch-commands.ts'
import { benchCommand, gaugeOptions } from './gauge-options.ts'
import { printed } from './help-page.ts'
import { pageOf } from './help-pages.ts'
import { addPolicyDiff } from './policy-command.ts'
import { addTeacher } from './teacher-command.ts'
import { addTrainConfig } from './train-command.ts'

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
    (name: string, whole = (typed: Typed['options'], _all: Typed['options']) => typed) =>
    (...received: unknown[]) => {
      const command = received.at(-1) as Command
      take({ command: name, args: command.args, options: whole(typedOptions(command), command.opts()) })
    }
  const program = withFlowOptions(new Command('autoif-stream'), false)
    .description(
      'Turns a stream of user queries into verified training data for instruction following: SFT rows and DPO pairs.',
    )
    .version(version, '--version', 'print the version')
    .enablePositionalOptions()
    .configureHelp({
      formatHelp: (command, { helpWidth }) => printed(pageOf(command) ?? { command }, helpWidth),
    })
    .helpCommand('help [name]', 'what --help says of a recipe, a command or a stage')
    .argument('[recipe]', 'which recipe to run', 'autoif')
    .action((...received: unknown[]) => {
      const { args, commands } = received.at(-1) as Command
      if (args[0] !== undefined)
        knownRecipe(
          args[0],
          commands.map(one => one.name()),
        )
      act('run')(...received)
    })
    .hook('preSubcommand', (_, command) => {
      if (Object.keys(typedOptions(program)).length === 0) return
      throw new AutoifError('AUTOIF_USAGE', 'options stand before the command', {
        hint: `Put them behind it: autoif-stream ${command.name()} …`,
      })
    })
  withFlowOptions(
    program
      .command('stage')
      .description('run one stage as a filter: NDJSON in, NDJSON out')
      .argument('<name>', 'the name of a stage, e.g. screen, cross-validate, verify, score')
      .argument('[files...]', 'what to read in place of stdin: files, globs, - for stdin'),
    true,
  ).action(act('stage'))
  withFlowOptions(
    program
      .command('verify')
      .description('run verifiers against responses: `stage verify`')
      .argument('[files...]', 'what to read in place of stdin'),
    true,
  ).action(act('verify'))
  addBatchCommands(program, take, act('plan'))
  addTeacher(program, take)
  program
    .command('journal')
    .description('look after the answers that were paid for: a run directory, or the file of --journal')
    .addArgument(
      new Argument(
        '<what>',
        'list: a line a question; export and import: NDJSON; salvage copies what can be read',
      ).choices(['list', 'export', 'import', 'verify', 'compact', 'salvage']),
    )
    .argument('<path>', 'the journal')
    .argument('[new]', 'where salvage copies to')
    .action((...received: unknown[]) =>
      take({ command: 'journal', args: (received.at(-1) as Command).args, options: {} }),
    )
  addTrainConfig(program, take)
  addPolicyDiff(program, take)
  program
    .command('models')
    .description('fetch the NLI model of the Hugging Face hub that --nli mdeberta uses, or say where it is')
    .addArgument(
      new Argument('<what>', 'pull: fetch it into the hub’s cache; list: what is there; path: its folder').choices([
        'pull',
        'list',
        'path',
      ]),
    )
    .argument('[name]', 'mdeberta, or owner/name', 'mdeberta')
    .option('--quantized', 'pull the smaller export: 0.3 GB in place of 1.1, a little less exact', false)
    .action((what: string, name: string, options: Record<string, boolean>) =>
      take({ command: 'models', args: [what, name], options }),
    )
  benchCommand(program).action(act('bench', gaugeOptions))
  program
    .command('doctor')
    .description('say which sandbox layers, models and versions are in force here')
    .action(() => take({ command: 'doctor', args: [], options: {} }))
  for (const one of [program, ...program.commands]) one.exitOverride().allowExcessArguments(false)
  return program
}

// `help NAME` is NAME --help, also for a stage by its name alone.
const asked = (argv: readonly string[], program: Command): readonly string[] => {
  const [help, ...names] = argv
  if (help !== 'help') return argv
  const [name = ''] = names
  const stage = stageNeeds.has(name) && !program.commands.some(one => one.name() === name)
  return [...(stage ? ['stage'] : []), ...names, '--help']
}

/** Reads argv (without node and script). Undefined when help or the version was printed. Throws AUTOIF_USAGE. */
export const readCommandLine = (argv: readonly string[]): Typed | undefined => {
  let typed: Typed | undefined
  const program = commandLine(taken => {
    typed = taken
  })
  for (const one of [program, ...program.commands]) one.configureOutput({ writeErr: () => {} })
  try {
    program.parse(asked(argv, program), { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return undefined
    const message = error.message.replace(/^error: /, '').trim()
    throw new AutoifError('AUTOIF_USAGE', message, { hint: 'See autoif-stream --help.' })
  }
  return typed
}
