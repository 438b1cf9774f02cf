import t from 'tap'
import { fault } from '../../lib/models/faults.ts'
import { passes, patience, retried, waitMs } from '../../lib/models/retried.ts'
import type { Answer } from '../../lib/models/wire.ts'

const never = new AbortController().signal
const hasty = { tries: 5, firstMs: 1, longestMs: 1 }
const answer = (status: number, retryAfter?: string): Answer => ({ status, body: null, retryAfter })
const now = Date.parse('2026-03-01T10:00:00Z')

/** Hands out the outcomes in order and counts how many were taken. */
const scripted = (...outcomes: (Answer | ReturnType<typeof fault>)[]) => {
  const count = { tasks: 0, repeats: 0 }
  const run = retried(
    async () => outcomes[count.tasks++]!,
    hasty,
    () => count.repeats++,
  )
  return { run: () => run('question', never), count }
}

t.test('timeouts, conflicts, rate limits and the server’s own trouble pass; refusals do not', async t => {
  t.strictSame([408, 409, 429, 500, 502, 503, 529].filter(passes), [408, 409, 429, 500, 502, 503, 529])
  t.strictSame([200, 301, 400, 401, 403, 404, 413, 422].filter(passes), [])
})

t.test('repeats until it passes, and counts the repeats', async t => {
  const { run, count } = scripted(answer(429), fault(new SyntaxError('half')), answer(503), answer(200))
  t.match(await run(), { status: 200 })
  t.strictSame(count, { tasks: 4, repeats: 3 })
})

t.test('a refusal is not repeated', async t => {
  const { run, count } = scripted(answer(400))
  t.match(await run(), { status: 400 })
  t.equal(count.tasks, 1)
})

t.test('hands back the last outcome once the tries are used up', async t => {
  const { run, count } = scripted(...[500, 500, 500, 500, 502].map(status => answer(status)))
  t.match(await run(), { status: 502 })
  t.strictSame(count, { tasks: 5, repeats: 4 })
})

t.test('five tries unless told', async t => {
  t.equal(patience.tries, 5)
})

t.test('the wait is a draw below a bound that doubles and is capped', async t => {
  const wait = (attempt: number, random: number) =>
    waitMs({ tries: 9, firstMs: 500, longestMs: 3000 }, attempt, undefined, random, now)
  t.strictSame(
    [1, 2, 3, 4, 5].map(attempt => wait(attempt, 1)),
    [500, 1000, 2000, 3000, 3000],
  )
  t.equal(wait(3, 0.25), 500)
  t.equal(wait(3, 0), 0)
})

t.test('Retry-After is waited for in seconds or until a date, and never longer than the cap', async t => {
  const wait = (retryAfter: string, random = 0) => waitMs(patience, 1, retryAfter, random, now)
  t.equal(wait('2'), 2000)
  t.equal(wait('0.5'), 500)
  t.equal(wait('2', 0.5), 2250, 'those refused together do not come back together')
  t.equal(wait('Sun, 01 Mar 2026 10:00:07 GMT'), 7000)
  t.equal(wait('Sun, 01 Mar 2026 09:00:00 GMT'), 0)
  t.equal(wait('soon'), 0)
  t.equal(wait('86400', 1), 60_000)
})

t.test('an abort ends the wait at once with its reason', async t => {
  const stop = new AbortController()
  const run = retried(
    async () => answer(429, '3600'),
    { tries: 5, firstMs: 1, longestMs: 3_600_000 },
    () => {},
  )
  const asked = run('question', stop.signal)
  stop.abort(new Error('enough'))
  await t.rejects(asked, { message: 'enough' })
})
