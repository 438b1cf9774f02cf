import { spawn, spawnSync } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { timed, waitedFor } from './times.ts'

/** What one run of a filter cost. Seconds of CPU are user and system time of the filter alone, not of what feeds it. */
export interface Cost {
  readonly cpu: number
  readonly wall: number
  readonly outBytes: number
}

/** Runs `cat file | command | wc -c`. Throws when the command fails. */
export const filter = async (file: string, command: readonly string[]): Promise<Cost> => {
  const started = performance.now()
  const child = spawn('sh', ['-c', `cat "$FILE" | { ${timed}; } | wc -c`, 'sh', ...command], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FILE: file },
  })
  const [out, said] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { cpu: waitedFor(said), wall: (performance.now() - started) / 1000, outBytes: Number(out) }
}

/** The first line a command says of its version; undefined when there is no such command here. */
export const versionOf = (command: string): string | undefined => {
  const { error, status, stdout, stderr } = spawnSync(command, ['--version'], { encoding: 'utf8' })
  return error || status !== 0 ? undefined : `${stdout}${stderr}`.trim().split('\n')[0]
}
