import type { Wrap } from '../flow/stage.ts'

/** Every stage's reasons to refuse, in words, by the stage's name. */
export type Reasons = Map<string, Readonly<Record<string, string>>>

/** Notes a stage's reasons when the flow takes it up, so that a reject row can say them; the stage itself is unchanged. */
export const described =
  (reasons: Reasons): Wrap =>
  stage => {
    reasons.set(stage.name, stage.rejects)
    return stage
  }
