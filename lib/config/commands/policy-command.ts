import type { Command } from 'commander'
import type { Typed } from '../typed.ts'

/** Adds the command that compares two models on pairs. */
export const addPolicyDiff = (program: Command, take: (typed: Typed) => void): void => {
  program
    .command('policy-diff')
    .description(
      'compare a policy with its reference on DPO pairs, token by token: one HTML page, to stdout unless told',
    )
    .argument('[files...]', 'pairs in any of the forms of --dpo-format: files, globs, - for stdin')
    .requiredOption('--policy <url=model>', 'the model that was trained; without =model the only one that is served')
    .requiredOption('--reference <url=model>', 'the model that it was before')
    .option('--rows <n>', 'pairs that are shown token by token; the figures are of all', '50')
    .option('--out <file>', 'where the page goes', '-')
    .option(
      '--template <text>',
      'what an answer follows where there are no chat turns (/completions); \\n is a line end',
      '{{prompt}}\\n\\n',
    )
    .option('-j, --concurrency <n>', 'requests in flight at most, at each of the two', '16')
    .option('--timeout <seconds>', 'how long one request may take', '300')
    .option('--tries <n>', 'times a request is sent before its pair is left out', '5')
    .option('--api-key-file <file>', 'a file that holds the key, for both; else OPENAI_API_KEY is used', '')
    .option('-q, --quiet', 'nothing on stderr but errors', false)
    .action((...received: unknown[]) => {
      const command = received.at(-1) as Command
      const { apiKeyFile, ...options } = command.opts<Record<string, string | boolean>>()
      take({ command: 'policy-diff', args: command.args, options: { ...options, 'api-key-file': apiKeyFile ?? '' } })
    })
}
