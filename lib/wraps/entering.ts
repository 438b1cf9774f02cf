import { stop, type Wrap } from '../flow/stage.ts'

/** Ends the flow in front of the stage called `name` when `most` records have entered it: those behind them are let in and not looked at. */
export const entering = (name: string, most: number): Wrap => {
  let entered = 0
  return stage =>
    stage.name === name
      ? { ...stage, run: (record, context) => (++entered > most ? stop : stage.run(record, context)) }
      : stage
}
