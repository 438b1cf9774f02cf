import type { SftRow } from '../../records/records.ts'

/** OpenAI and TRL chat: `{ messages: [user, assistant] }`. */
export const messages = ({ prompt, response }: SftRow): object => ({
  messages: [
    { role: 'user', content: prompt },
    { role: 'assistant', content: response },
  ],
})
