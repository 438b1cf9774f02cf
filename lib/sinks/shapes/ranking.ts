import type { DpoRow } from '../../records/records.ts'

/** LLaMA-Factory alpaca preference: `{ instruction, input: "", chosen, rejected }`. */
export const ranking = ({ prompt, chosen, rejected }: DpoRow): object => ({
  instruction: prompt,
  input: '',
  chosen,
  rejected,
})
