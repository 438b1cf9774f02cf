import type { Knobs } from '../../recipes/knobs.ts'
import { added, assumed, type Load } from '../workload.ts'
import { answering } from './answering.ts'
import { crossVerdicts, functionsOf, languagesOf } from './making.ts'

/** A query in the llama3 recipe: an instruction of its own with functions, cases for each of them, and responses where those agree. */
export const llama3 = (k: Knobs): Load => {
  const { replies: written, language } = k.writeFunctions
  const { asks, verdicts, nliPairs, assuming } = answering(k, functionsOf(written))
  const kept = assumed.instructionsKept
  const { requests = 0, replies = 0 } = asks.sample ?? {}
  return added(
    {
      asks: {
        propose: { requests: 1, replies: 1 },
        'write-functions': { requests: languagesOf(language, written), replies: written },
        'write-cases': { requests: written, replies: written },
      },
      verdicts: crossVerdicts(written),
      nliPairs: 0,
      assuming: ['instructionsKept', 'functionsKept'],
    },
    {
      asks: { sample: { requests: kept * requests, replies: kept * replies } },
      verdicts: kept * verdicts,
      nliPairs,
      assuming,
    },
  )
}
