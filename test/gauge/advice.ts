import t from 'tap'
import { advice } from '../../lib/gauge/advice.ts'

const machine = { nli: 1000, ndjson: 40_000 }

t.test('a run waits for the slowest part', async t => {
  const known = { threads: 4, cores: 8, concurrency: 32 }
  const slowest = (queriesPerSecond: object) => advice({ ...known, queriesPerSecond }).bottleneck
  t.equal(slowest({ ...machine, model: 10, verdicts: 100 }), 'model')
  t.equal(slowest({ ...machine, model: 200, verdicts: 100 }), 'verdicts')
  t.equal(slowest({ ...machine, model: 200, verdicts: 300, nli: 3 }), 'nli')
  t.equal(slowest({ model: 200, verdicts: 300, ndjson: 7 }), 'ndjson')
})

t.test(
  'the settings are what the endpoint is at its best with, and the fewest threads that keep up with it',
  async t => {
    const threads = (model: number, verdicts: number, cores = 8) =>
      advice({ queriesPerSecond: { ...machine, model, verdicts }, threads: 4, cores, concurrency: 32 }).settings
    t.same(threads(10, 1000), { concurrency: 32, threads: 1 })
    t.same(threads(100, 200), { concurrency: 32, threads: 4 }, 'twice what is wanted in the mean')
    t.same(threads(100, 150), { concurrency: 32, threads: 6 })
    t.same(threads(1000, 10), { concurrency: 32, threads: 8 }, 'no more than there are cores')
  },
)

t.test('without an endpoint nothing follows, and the built-in teacher has no number in flight', async t => {
  const known = { threads: 2, cores: 2 }
  t.same(advice({ ...known, queriesPerSecond: { ...machine, verdicts: 5 } }), { bottleneck: undefined, settings: {} })
  t.same(advice({ ...known, queriesPerSecond: { ...machine, verdicts: 5, model: 3 } }).settings, { threads: 2 })
  t.same(advice({ ...known, queriesPerSecond: { ...machine, model: 3 } }).settings, {}, 'nothing is executed')
})
