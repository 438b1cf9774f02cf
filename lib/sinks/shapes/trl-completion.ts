import type { Arrangement } from './arrangement.ts'
import { atLeast, object, turns } from './schema.ts'

/** TRL prompt and completion, each a list of messages, the completion of one, so that only that is trained on: `{ prompt, completion }`. */
export const trlCompletion: Arrangement<'asked' | 'response'> = ({ asked, response }) => ({
  prompt: asked,
  completion: [{ role: 'assistant', content: response }],
})

export const trlCompletionSchema = object({ prompt: atLeast(turns('user')), completion: turns('assistant') })
