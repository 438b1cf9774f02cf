import type { DpoRow } from '../../records/records.ts'

/** TRL preference with explicit prompt, each a list of one message: `{ prompt, chosen, rejected }`. */
export const trlPreference = ({ prompt, chosen, rejected }: DpoRow): object => ({
  prompt: [{ role: 'user', content: prompt }],
  chosen: [{ role: 'assistant', content: chosen }],
  rejected: [{ role: 'assistant', content: rejected }],
})
