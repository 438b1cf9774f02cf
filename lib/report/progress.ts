import type { WriteStream } from 'node:tty'
import { createLogUpdate } from 'log-update'
import type { Ledger } from '../flow/ledger.ts'

const outOf = (ledger: Ledger, stage: string): number =>
  ledger.accounts.find(account => account.stage === stage)?.out ?? 0

/** One line about a run under way. */
export const line = (ledger: Ledger, seconds: number): string => {
  const parts: readonly (readonly [string, number])[] = [
    ['queries', outOf(ledger, 'queries')],
    ['instructions', outOf(ledger, 'entail') || outOf(ledger, 'instructions')],
    ['tasks', outOf(ledger, 'pair')],
    ['rows', ledger.rows],
    ['pairs', outOf(ledger, 'to-dpo')],
    ['rejected', ledger.refused],
    ['failed', ledger.failed],
  ]
  const said = parts.filter(([name, count]) => count > 0 || name === 'rows').map(([name, count]) => `${name} ${count}`)
  return `autoif-stream ${Math.round(seconds)} s: ${said.join(' · ')}`
}

/** A line that is renewed on a terminal, and a new line now and then in a log. Call the result to end it. */
export const progress = (ledger: Ledger, stderr: NodeJS.WritableStream & Partial<WriteStream>): (() => void) => {
  const started = performance.now()
  const now = (): string => line(ledger, (performance.now() - started) / 1000)
  const terminal = stderr.isTTY === true && process.env.TERM !== 'dumb'
  const update = createLogUpdate(stderr as WriteStream)
  const timer = setInterval(() => (terminal ? update(now()) : stderr.write(`${now()}\n`)), terminal ? 200 : 10_000)
  timer.unref()
  return () => {
    clearInterval(timer)
    if (terminal) update.clear()
  }
}
