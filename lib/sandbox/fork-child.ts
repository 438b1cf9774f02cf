import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ChildLimits } from './messages.ts'

/** Starts the child with nothing of this process's environment, arguments or standard streams. */
export const forkChild = (limits: ChildLimits): ChildProcess =>
  fork(
    fileURLToPath(new URL(`./child${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)),
    [JSON.stringify(limits)],
    {
      // isolated-vm asks for it.
      execArgv: ['--no-node-snapshot'],
      // Verdicts must not depend on where the machine stands, and secrets in the environment are none of a verifier's business.
      env: { TZ: 'UTC', LC_ALL: 'C' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    },
  )
