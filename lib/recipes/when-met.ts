import { held } from '../flow/held.ts'
import type { Stage } from '../flow/stage.ts'
import type { Instruction } from '../records/records.ts'
import type { DpoRow } from '../records/rows.ts'
import type { Sink } from '../records/sink.ts'

/**
 * Rows of instructions, kept back until their instruction meets its first query: how many instructions are ready when the
 * queries end depends on who was quicker, which of them were used does not. Without a sink there is nothing to keep.
 */
export const whenMet = (sink: Sink<DpoRow> | undefined) => {
  const waiting = sink && held(sink, ({ prompt }) => prompt)
  return {
    sink: waiting?.sink,
    /** The stage in which instructions meet queries, which lets their rows go. */
    by: <In extends Instruction, Out, Why extends string>(stage: Stage<In, Out, Why>): Stage<In, Out, Why> =>
      waiting
        ? {
            ...stage,
            async run(record, context) {
              await waiting.release(record.instruction)
              return stage.run(record, context)
            },
          }
        : stage,
  }
}
