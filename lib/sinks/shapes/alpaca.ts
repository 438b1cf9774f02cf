import type { SftRow } from '../../records/records.ts'

/** LLaMA-Factory alpaca, as upstream step 9 writes it: `{ instruction, input: "", output, history: [] }`. */
export const alpaca = ({ prompt, response }: SftRow): object => ({
  instruction: prompt,
  input: '',
  output: response,
  history: [],
})
