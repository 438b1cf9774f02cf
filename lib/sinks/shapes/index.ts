import { alpaca } from './alpaca.ts'
import { messages } from './messages.ts'
import { ranking } from './ranking.ts'
import { trlPreference } from './trl-preference.ts'

/** What a fine-tuning row can be written as, by the name a flag gives it. */
export const sftShapes = { alpaca, messages } as const

/** What a preference pair can be written as, by the name a flag gives it. */
export const dpoShapes = { ranking, 'trl-preference': trlPreference } as const

export type SftShape = keyof typeof sftShapes
export type DpoShape = keyof typeof dpoShapes
