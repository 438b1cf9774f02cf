import type { Arrangement } from './arrangement.ts'
import { empty, list, object, text } from './schema.ts'

/** LLaMA-Factory alpaca, as upstream step 9 writes it: `{ instruction, input: "", output, history }`, earlier turns as `[user, assistant]` in the last. */
export const alpaca: Arrangement<'prompt' | 'response' | 'history'> = ({ prompt, response, history }) => ({
  instruction: prompt,
  input: '',
  output: response,
  history,
})

export const alpacaSchema = object({ instruction: text, input: empty, output: text, history: list(list(text)) })
