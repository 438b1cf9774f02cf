import { stop, type Wrap } from '../flow/stage.ts'

/**
 * Ends the flow in front of the stage called `gate` when `drain` fires: what has entered it goes on to the sinks, everything else is
 * dropped, whoever has it, so that nothing is paid for what will not be finished. Stages above are told by their order: a
 * flow is wrapped from its source down, and one that is joined before the stage that pulls it.
 */
export const gated = (gate: string, drain: AbortSignal): Wrap => {
  let below = false
  return stage => {
    if (below) return stage
    below = stage.name === gate
    return { ...stage, run: (record, context) => (drain.aborted ? stop : stage.run(record, context)) }
  }
}
