import { family } from '../family.ts'
import { sentences as of, words } from '../measures.ts'
import { whole } from '../parameters.ts'
import { js } from '../source.ts'
import { sentences as python } from './python/sentences.ts'

const exactly = family({
  name: 'sentences-exactly',
  params: { count: whole(2, 7) },
  phrasings: [
    'Answer in exactly {{countInWords}} sentences.',
    'Your answer must consist of {{count}} sentences, no more and no fewer.',
    'Write precisely {{countInWords}} sentences.',
    'Use {{count}} sentences, neither more nor less, for the whole response.',
    'The number of sentences in your reply must be {{countInWords}}.',
  ],
  drifts: [
    'Answer in exactly {{countOther}} sentences.',
    'Your answer must have more than {{countInWords}} sentences.',
    'Write fewer than {{count}} sentences.',
  ],
  functions: {
    javascript: {
      right: [
        js`return (response.match(/[.!?]+(?=\s|$)/g) || []).length === {{count}}`,
        js`
          const parts = response.trim().split(/(?<=[.!?])\s+/)
          return parts.filter(part => /[.!?]$/.test(part)).length === {{count}}`,
        js`
          let found = 0
          for (let i = 0; i < response.length; i++) {
            const next = response[i + 1]
            if ('.!?'.includes(response[i]) && (next === undefined || /\s/.test(next))) found++
          }
          return found === {{count}}`,
      ],
      wrong: {
        'Answer in at least {{countInWords}} sentences.': js`return (response.match(/[.!?]+(?=\s|$)/g) || []).length >= {{count}}`,
        'Answer on exactly {{countInWords}} lines.': js`return response.split('\n').length === {{count}}`,
        'Answer in exactly {{countLess}} sentences.': js`return response.split(/[.!?]+/).length === {{count}}`,
      },
    },
    python: python['sentences-exactly'],
  },
  holds: ({ count }, response) => of(response).length === count,
  write: ({ count }, pen) => pen.sentences(count).join(' '),
  violate: ({ count }, response, pen) =>
    pen.random() < 0.5
      ? of(response)
          .slice(0, count - 1)
          .join(' ')
      : `${response} ${pen.sentence()}`,
})

const atMost = family({
  name: 'sentences-at-most',
  params: { count: whole(2, 6) },
  phrasings: [
    'Answer in at most {{countInWords}} sentences.',
    'Your answer must not have more than {{count}} sentences.',
    'Write no more than {{countInWords}} sentences.',
    'Limit the response to {{count}} sentences or fewer.',
    'Keep your reply within {{countInWords}} sentences.',
  ],
  drifts: [
    'Answer in more than {{countInWords}} sentences.',
    'Your answer must have at least {{countMore}} sentences.',
    'Write a reply of more than {{count}} sentences.',
  ],
  functions: {
    javascript: {
      right: [
        js`return (response.match(/[.!?]+(?=\s|$)/g) || []).length <= {{count}}`,
        js`return response.trim().split(/(?<=[.!?])\s+/).filter(part => /[.!?]$/.test(part)).length <= {{count}}`,
        js`return response.split(/\s+/).filter(word => /[.!?]$/.test(word)).length < {{countMore}}`,
      ],
      wrong: {
        'Answer in fewer than {{countInWords}} sentences.': js`return (response.match(/[.!?]+(?=\s|$)/g) || []).length < {{count}}`,
        'Answer in at most {{countInWords}} words.': js`return response.split(/\s+/).filter(Boolean).length <= {{count}}`,
      },
    },
    python: python['sentences-at-most'],
  },
  holds: ({ count }, response) => of(response).length <= count,
  write: ({ count }, pen) => pen.sentences(count - pen.pick([0, 0, 1])).join(' '),
  violate: ({ count }, response, pen) =>
    `${response} ${pen.sentences(count - of(response).length + pen.pick([1, 1, 3])).join(' ')}`,
})

const short = family({
  name: 'sentence-length',
  params: { count: whole(6, 14) },
  phrasings: [
    'No sentence may have more than {{count}} words.',
    'Keep every sentence to {{count}} words or fewer.',
    'Each sentence of your answer must have at most {{count}} words.',
    'Use only sentences that are no longer than {{count}} words.',
    'Make sure that none of your sentences is longer than {{count}} words.',
  ],
  drifts: [
    'Every sentence must have more than {{count}} words.',
    'Each sentence of your answer must have at least {{countMore}} words.',
    'Use only sentences that are longer than {{count}} words.',
  ],
  functions: {
    javascript: {
      right: [
        js`return response.split(/(?<=[.!?])\s+/).every(part => part.split(/\s+/).filter(Boolean).length <= {{count}})`,
        js`
          let run = 0
          for (const word of response.split(/\s+/).filter(Boolean)) {
            run++
            if (run > {{count}}) return false
            if (/[.!?]$/.test(word)) run = 0
          }
          return true`,
        js`
          const sizes = response.split(/(?<=[.!?])\s+/).map(part => (part.match(/\S+/g) || []).length)
          return Math.max(...sizes) <= {{count}}`,
      ],
      wrong: {
        'Every sentence must have fewer than {{count}} words.': js`return response.split(/(?<=[.!?])\s+/).every(part => part.split(/\s+/).length < {{count}})`,
        'At least one sentence must have at most {{count}} words.': js`return response.split(/(?<=[.!?])\s+/).some(part => part.split(/\s+/).length <= {{count}})`,
        'The whole answer must have at most {{count}} words.': js`return response.split(/\s+/).filter(Boolean).length <= {{count}}`,
      },
    },
    python: python['sentence-length'],
  },
  holds: ({ count }, response) => response.split(/(?<=[.!?])\s+/).every(part => words(part).length <= count),
  write: ({ count }, pen) => `${pen.sentence(count)} ${pen.sentence(pen.whole(3, count))} ${pen.sentence(count - 1)}`,
  violate: ({ count }, response, pen) => `${response} ${pen.sentence(count + pen.pick([1, 1, 4]))}`,
})

export const sentences = [exactly, atMost, short]
