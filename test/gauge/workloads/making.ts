import t from 'tap'
import { assumed } from '../../../lib/gauge/workload.ts'
import { crossVerdicts, functionsOf, languagesOf, making } from '../../../lib/gauge/workloads/making.ts'
import { turned } from '../../../lib/recipes/knobs.ts'

t.test('verifiers in both languages take two requests, unless only one is wanted', async t => {
  t.same([languagesOf('both', 8), languagesOf('both', 1), languagesOf('python', 8)], [2, 1, 1])
  const requests = (language: 'both' | 'python') =>
    making(turned({ generateVerifiers: { language } }), 1).asks['generate-verifiers']?.requests
  t.same([requests('both'), requests('python')], [2, 1])
})

t.test('every function runs on every case of every function, and one at least is left', async t => {
  t.equal(crossVerdicts(8), 8 * 8 * assumed.casesPerReply)
  t.same([functionsOf(1), functionsOf(10)], [1, 10 * assumed.functionsKept])
})
