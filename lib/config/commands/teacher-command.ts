import type { Command } from 'commander'
import type { Typed } from '../typed.ts'

/** Adds the command that is the rehearsal teacher: a server, or one that answers the files of a plan. */
export const addTeacher = (program: Command, take: (typed: Typed) => void): void => {
  program
    .command('teacher')
    .description('serve the rehearsal teacher as an OpenAI-compatible HTTP server on this machine')
    .option('--port <n>', 'port to listen on, 0 for any free one', '8080')
    .option('--seed <text>', 'faults are drawn from it', '0')
    .option('--latency <ms>', 'how long an answer takes', '0')
    .option('--jitter <ms>', 'how much longer it may take', '0')
    .option('--capacity <n>', 'answers under way at most; others are turned away with 429', '')
    .option(
      '--faults <rates>',
      'how often it fails, e.g. rate429=0.1,rate500=0.05,rateCut=0.01,rateHalf=0.01,retryAfterS=1',
      '',
    )
    .option('--rehearsal <rates>', 'how often its answers are wrong, e.g. wrongFunctions=0.3', '')
    .option('--batch <files...>', 'answer these files of a plan to stdout instead of serving')
    .action(({ batch = [], ...options }) => take({ command: 'teacher', args: batch, options }))
}
