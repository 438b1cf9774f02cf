import type { WriteStream } from 'node:tty'
import { createLogUpdate } from 'log-update'
import type { Ledger } from '../flow/ledger.ts'
import type { Spending } from './spending.ts'

const outOf = (ledger: Ledger, stage: string): number =>
  ledger.accounts.find(account => account.stage === stage)?.out ?? 0

/** What a run has cost so far, and how many rows it is to make; Infinity when it goes on to the end of its queries. */
export interface Watched {
  readonly spent: () => Spending
  readonly target: number
}

const forecast = ({ rows }: Ledger, seconds: number, { spent, target }: Watched): readonly string[] => {
  const { cost } = spent()
  const money = cost === null || cost === 0 ? [] : [`$${cost.toFixed(2)}`]
  if (target === Number.POSITIVE_INFINITY || rows === 0) return money
  const share = target / rows
  const left = Math.ceil((seconds * (share - 1)) / 60)
  const whole = cost ? `, $${(cost * share).toFixed(2)} in all` : ''
  return [...money, `${Math.floor(100 / share)} % of ${target} rows, some ${left} min to go${whole}`]
}

/** One line about a run under way. */
export const line = (ledger: Ledger, seconds: number, watched?: Watched): string => {
  const pairs = outOf(ledger, 'to-dpo')
  // Where pairs are what the main stream makes, they are its rows.
  const made: readonly (readonly [string, number])[] =
    ledger.accounts.at(-1)?.stage === 'to-dpo'
      ? [['pairs', ledger.rows]]
      : [
          ['rows', ledger.rows],
          ['pairs', pairs],
        ]
  const parts: readonly (readonly [string, number])[] = [
    ['queries', outOf(ledger, 'queries')],
    ['instructions', outOf(ledger, 'entail') || outOf(ledger, 'instructions')],
    ['tasks', outOf(ledger, 'pair')],
    ...made,
    ['rejected', ledger.refused],
    ['failed', ledger.failed],
  ]
  const said = parts
    .filter(([name, count]) => count > 0 || name === made[0]?.[0])
    .map(([name, count]) => `${name} ${count}`)
  const ahead = watched ? forecast(ledger, seconds, watched) : []
  return `autoif-stream ${Math.round(seconds)} s: ${[...said, ...ahead].join(' · ')}`
}

/** A line that is renewed on a terminal, and a new line now and then in a log. Call the result to end it. */
export const progress = (
  ledger: Ledger,
  stderr: NodeJS.WritableStream & Partial<WriteStream>,
  watched?: Watched,
): (() => void) => {
  const started = performance.now()
  const now = (): string => line(ledger, (performance.now() - started) / 1000, watched)
  const terminal = stderr.isTTY === true && process.env.TERM !== 'dumb'
  const update = createLogUpdate(stderr as WriteStream)
  const timer = setInterval(() => (terminal ? update(now()) : stderr.write(`${now()}\n`)), terminal ? 200 : 10_000)
  timer.unref()
  return () => {
    clearInterval(timer)
    if (terminal) update.clear()
  }
}
