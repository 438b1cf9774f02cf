import process from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { readCommandLine } from '../lib/config/commands/command-line.ts'
import { AutoifError, exitCode } from '../lib/errors.ts'
import { isClosedPipe } from '../lib/sinks/closed-pipe.ts'
import { unwritable } from '../lib/sinks/unwritable.ts'
import type { Command } from './command.ts'

// Lines are garbage soon after they are read: a young generation that may not grow keeps memory flat at the same speed.
setFlagsFromString('--semi-space-growth-factor=1')

// Each command is loaded when it is called, so that --help answers at once.
const commands: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  run: () => import('./run.ts'),
  stage: () => import('./stage.ts'),
  plan: () => import('./plan.ts'),
  ingest: () => import('./ingest.ts'),
  teacher: () => import('./teacher.ts'),
  journal: () => import('./journal.ts'),
  'train-config': () => import('./train-config.ts'),
  'policy-diff': () => import('./policy-diff.ts'),
  models: () => import('./models.ts'),
  bench: () => import('./bench.ts'),
  doctor: () => import('./doctor.ts'),
}

// A reader that has seen enough of a help text is no error; the flow's own writer tells rows that nobody reads from trouble.
let unwritten: Error | undefined
process.stdout.on('error', error => {
  if (!isClosedPipe(error)) unwritten ??= unwritable('stdout', error)
})

const argv = process.argv.slice(2)

const complain = (error: unknown): void => {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined }
  const hint = AutoifError.is(error) && error.hint ? `\n  ${error.hint}` : ''
  process.stderr.write(`autoif-stream: ${argv.includes('--debug') ? stack : message}${hint}\n`)
}

// A full disk is told of late; whoever writes rows has said it by then.
process.on('exit', () => {
  if (!unwritten || process.exitCode) return
  complain(unwritten)
  process.exitCode = 1
})

try {
  const typed = readCommandLine(argv)
  if (typed) {
    const load = commands[typed.command === 'verify' ? 'stage' : typed.command]
    process.exitCode = await (await load?.())?.command(typed, process)
  }
} catch (error) {
  complain(error)
  process.exitCode = exitCode(error)
}
