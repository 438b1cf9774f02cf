import { Worker } from 'node:worker_threads'
import t from 'tap'
import { askToStop, enter, leave, runFlags, waitOutside } from '../../lib/nli/run-flags.ts'

t.test('the thread counts as inside until it has loaded', async t => {
  const flags = runFlags()
  t.notOk(waitOutside(flags, 1))
  leave(flags)
  t.ok(waitOutside(flags, 1))
})

t.test('no run begins once a stop is asked for', async t => {
  const flags = runFlags()
  t.ok(enter(flags))
  askToStop(flags)
  t.notOk(waitOutside(flags, 1), 'the run under way goes on')
  leave(flags)
  t.notOk(enter(flags))
  t.ok(waitOutside(flags, 1), 'and the thread does not count as inside')
})

t.test('a blocked thread goes on when the other leaves its run', async t => {
  const flags = runFlags()
  const source = `
    import(${JSON.stringify(new URL('../../lib/nli/run-flags.ts', import.meta.url).href)})
      .then(({ leave }) => setTimeout(leave, 50, require('node:worker_threads').workerData))`
  new Worker(source, { eval: true, workerData: flags })
  t.ok(waitOutside(flags, 30_000))
})
