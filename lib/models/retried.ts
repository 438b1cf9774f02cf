import { setTimeout as sleep } from 'node:timers/promises'
import type { Task } from './bounded.ts'
import { type Fault, isFault } from './faults.ts'
import type { Answer } from './wire.ts'

export interface Patience {
  /** Attempts in all. */
  readonly tries: number
  /** Upper end of the first wait, in milliseconds; doubles with each further one. */
  readonly firstMs: number
  /** No wait is longer, whatever the server asks for. */
  readonly longestMs: number
}

/** 500 ms is what undici and the OpenAI clients begin with; a minute is the window in which hosted APIs count requests. */
export const patience: Patience = { tries: 5, firstMs: 500, longestMs: 60_000 }

/** Whether a status may be another one next time: timeout, conflict, too many requests, and the server's own trouble. */
export const passes = (status: number): boolean => status >= 500 || [408, 409, 429].includes(status)

/** Retry-After in milliseconds: seconds or an HTTP date (RFC 9110, 10.2.3); 0 when there is none, it is past or cannot be read. */
const askedFor = (retryAfter: string | undefined, now: number): number => {
  const value = retryAfter?.trim() || '0'
  const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now
  return Math.max(0, ms || 0)
}

/**
 * Milliseconds to wait after attempt number `attempt` (from 1): what the server asked for, plus full jitter (a uniform
 * draw between 0 and the doubled bound), so that those refused together do not come back together.
 */
export const waitMs = (
  { firstMs, longestMs }: Patience,
  attempt: number,
  retryAfter: string | undefined,
  random: number,
  now: number,
): number => Math.min(longestMs, askedFor(retryAfter, now) + random * Math.min(longestMs, firstMs * 2 ** (attempt - 1)))

/**
 * Repeats what may pass by itself and hands back the last outcome, good or bad; throws the signal's reason as soon as
 * that fires. undici's own retry is not used: it has no jitter, and it cannot repeat a POST whose answer was cut midway
 * (it asks for the rest by range) or came as half a JSON.
 */
export const retried =
  <In>(task: Task<In, Answer | Fault>, patient: Patience, onRepeat: () => void): Task<In, Answer | Fault> =>
  async (input, signal) => {
    for (let attempt = 1; ; attempt++) {
      const outcome = await task(input, signal)
      const answered = !isFault(outcome)
      if ((answered && !passes(outcome.status)) || attempt >= patient.tries) return outcome
      const retryAfter = answered ? outcome.retryAfter : undefined
      // Chance decides only when a question is repeated, never what is asked, so the data stay the same.
      const wait = waitMs(patient, attempt, retryAfter, Math.random(), Date.now())
      await sleep(wait, undefined, { signal }).catch(() => signal.throwIfAborted())
      onRepeat()
    }
  }
