import type { Knobs } from '../../recipes/knobs.ts'
import { type Asks, assumed, type Load } from '../workload.ts'

const each = (times: number): Asks => ({ requests: times, replies: times })

/** A task that joins the pool of the self-instruct recipe, with what is asked about it. The vectors of `unique` are left out: they are cheap. */
export const selfInstruct = ({ bootstrap, admit, consistent, classify }: Knobs): Load => {
  const perReply = Math.max(1, bootstrap.count - admit.shots) * assumed.tasksKept
  return {
    asks: {
      bootstrap: each(1 / perReply),
      ...(consistent.atLeast > 0 ? { consistent: each(consistent.trials) } : {}),
      ...(classify.outputFirst ? { classify: each(1), instantiate: each(1) } : {}),
    },
    verdicts: 0,
    nliPairs: 0,
    assuming: ['tasksKept'],
  }
}
