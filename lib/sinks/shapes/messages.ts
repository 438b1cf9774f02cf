import type { Arrangement } from './arrangement.ts'
import { atLeast, object, turns } from './schema.ts'

/** OpenAI, TRL and Axolotl chat: `{ messages: [user, assistant, …] }`. */
export const messages: Arrangement<'messages'> = ({ messages }) => ({ messages })

export const messagesSchema = object({ messages: atLeast(turns('user', 'assistant')) })
