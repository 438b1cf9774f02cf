import t from 'tap'
import { assumed } from '../../../lib/gauge/workload.ts'
import { llama3 } from '../../../lib/gauge/workloads/llama3.ts'
import { turned } from '../../../lib/recipes/knobs.ts'
import { presets } from '../../../lib/recipes/presets.ts'

t.test('each query has an instruction, functions and cases of its own, and nobody judges', async t => {
  const { asks, verdicts } = llama3(turned(presets.llama3))
  const kept = assumed.instructionsKept
  t.same(asks, {
    propose: { requests: 1, replies: 1 },
    'write-functions': { requests: 1, replies: 4 },
    'write-cases': { requests: 4, replies: 4 },
    sample: { requests: kept, replies: 8 * kept },
  })
  t.equal(verdicts, 4 * 4 * 3 + kept * 8 * 4 * assumed.functionsKept)
})
