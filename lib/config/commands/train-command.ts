import { type Command, Option } from 'commander'
import { recipes, trainerNames } from '../../training/recipes.ts'
import type { Typed } from '../typed.ts'

/** Adds the command that prints training files. */
export const addTrainConfig = (program: Command, take: (typed: Typed) => void): void => {
  program
    .command('train-config')
    .description('print a ready-to-run training file for rows that are there')
    .argument(
      '[data...]',
      'the directory of a run (. unless given), or files; FORMAT=FILE, see --also, where the format cannot be told',
    )
    .addOption(new Option('--recipe <name>', 'whose numbers').choices(Object.keys(recipes)).default('autoif'))
    .addOption(new Option('--trainer <name>', 'who trains').choices(trainerNames).default('llama-factory'))
    .addOption(new Option('--stage <what>', 'what is trained').choices(['sft', 'dpo']).default('sft'))
    .option('--base-model <name>', 'the model to begin with; the one of the recipe unless given', '')
    .option('--nll <weight>', 'an extra loss on chosen responses in DPO: pref_ftx, rpo_alpha', '0')
    .action((...received: unknown[]) => {
      const command = received.at(-1) as Command
      const { baseModel, ...options } = command.opts<Record<string, string>>()
      take({ command: 'train-config', args: command.args, options: { ...options, 'base-model': baseModel ?? '' } })
    })
}
