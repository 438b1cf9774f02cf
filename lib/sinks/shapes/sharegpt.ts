import type { Arrangement } from './arrangement.ts'
import { atLeast, object, said } from './schema.ts'

/** LLaMA-Factory sharegpt: `{ conversations: [human, gpt, …] }`. */
export const sharegpt: Arrangement<'conversations'> = ({ conversations }) => ({ conversations })

export const sharegptSchema = object({ conversations: atLeast(said('human', 'gpt')) })
