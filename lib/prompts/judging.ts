import { prompt } from './prompt.ts'

/** The scales of the judge: 0 to 10 for how helpful a response is (upstream step 7), 1 to 5 for its relevance alone (dispatcher, 2025-08). */
export const scales = ['0-10', '1-5'] as const

export type Scale = (typeof scales)[number]

const words = {
  '0-10': prompt('judge', 'instruction', 'query', 'response'),
  '1-5': prompt('judge-relevance', 'query', 'response'),
}

/** What a judge is asked, by the scale of the answer. */
export const judging = (
  scale: Scale,
): ((judged: { readonly instruction: string; readonly query: string; readonly response: string }) => string) =>
  words[scale]

/** Where each scale begins and ends. */
export const range = { '0-10': { min: 0, max: 10 }, '1-5': { min: 1, max: 5 } } as const
