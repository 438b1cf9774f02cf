import type { Command } from 'commander'
import { withFlowOptions } from '../flags/flow-options.ts'
import type { Typed } from '../typed.ts'

/** Adds the commands that have a run's questions answered in batches; `plan` takes what a run takes. */
export const addBatchCommands = (
  program: Command,
  take: (typed: Typed) => void,
  plan: (...received: unknown[]) => void,
): void => {
  withFlowOptions(
    program
      .command('plan')
      .description('write what a run with --run DIR would ask now, as OpenAI Batch files in DIR/plan')
      .argument('[recipe]', 'which recipe to run', 'autoif'),
    false,
  ).action(plan)
  program
    .command('ingest')
    .description('take the results of a plan into the journal of its run, in any order, errors as well')
    .argument('[results...]', 'files of results or errors, globs, - for stdin (the default)')
    .requiredOption('--run <dir>', 'the run that was planned')
    .option('--journal <file>', 'its journal, where it is not in the run directory', '')
    .action((results: string[], options: Record<string, string>) =>
      take({ command: 'ingest', args: results.length > 0 ? results : ['-'], options }),
    )
}
