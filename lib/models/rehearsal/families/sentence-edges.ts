import { family } from '../family.ts'
import { sentences } from '../measures.ts'
import { oneOf } from '../parameters.ts'
import { js } from '../source.ts'
import { sentenceEdges as python } from './python/sentence-edges.ts'

const exclaimed = family({
  name: 'sentences-end-with',
  params: { mark: oneOf(['!', '?']) },
  phrasings: [
    'End every sentence with "{{mark}}".',
    'Each sentence of your answer must end with the sign "{{mark}}".',
    'Close all your sentences with "{{mark}}" and with no other sign.',
    'Let no sentence end with anything but "{{mark}}".',
    'The only sign that may stand at the end of a sentence is "{{mark}}".',
  ],
  drifts: [
    'End every sentence with a full stop.',
    'Let no sentence end with "{{mark}}".',
    'End every sentence with "{{markOther}}".',
  ],
  functions: {
    javascript: {
      right: [
        js`
          const ends = response.match(/[.!?](?=\s|$)/g) || []
          return ends.length > 0 && ends.every(end => end === '{{mark}}')`,
        js`
          const last = response.split(/\s+/).filter(word => /[.!?]$/.test(word)).map(word => word.slice(-1))
          return new Set(last).size === 1 && last[0] === '{{mark}}'`,
        js`
          let found = false
          for (const word of response.split(/\s+/)) {
            const end = word.slice(-1)
            if (end === '{{mark}}') found = true
            else if (end === '.' || end === '!' || end === '?') return false
          }
          return found`,
      ],
      wrong: {
        'End the answer with "{{mark}}".': js`return response.trim().endsWith('{{mark}}')`,
        'Use the sign "{{mark}}" somewhere.': js`return response.includes('{{mark}}')`,
      },
    },
    python: python['sentences-end-with'],
  },
  holds: ({ mark }, response) =>
    sentences(response).length > 0 && sentences(response).every(sentence => sentence.endsWith(mark)),
  write: ({ mark }, pen) => pen.prose().replaceAll('.', mark),
  violate: (_, response, pen) =>
    pen.random() < 0.5 ? `${response} ${pen.sentence()}` : `${pen.sentence()} ${response}`,
})

const each = family({
  name: 'sentences-begin-with',
  params: { word: oneOf('So Then Here Now Perhaps'.split(' ')) },
  phrasings: [
    'Begin every sentence with the word "{{word}}".',
    'Each sentence of your answer must start with "{{word}}".',
    'Start all your sentences with the word "{{word}}".',
    'Let no sentence begin with any word but "{{word}}".',
    'Open each and every sentence with "{{word}}", in small or capital letters.',
  ],
  drifts: [
    'Begin no sentence with the word "{{word}}".',
    'Begin every sentence with the word "{{wordOther}}".',
    'The first sentence must not start with the word "{{word}}".',
  ],
  functions: {
    javascript: {
      right: [
        js`
          const parts = response.split(/(?<=[.!?])(?=\s|$)/).map(part => part.trim()).filter(part => /[.!?]$/.test(part))
          return parts.length > 0 && parts.every(part => /^{{word}}\b/i.test(part))`,
        js`
          const parts = response.match(/\S[^]*?[.!?](?=\s|$)/g) || []
          return parts.length > 0 && !parts.some(part => part.toLowerCase().match(/^\w*/)[0] !== '{{word}}'.toLowerCase())`,
        js`
          let found = 0
          let first = ''
          for (const word of response.split(/\s+/).filter(Boolean)) {
            first = first || word
            if (!/[.!?]$/.test(word)) continue
            if (!/^{{word}}(?!\w)/i.test(first)) return false
            found++
            first = ''
          }
          return found > 0`,
      ],
      wrong: {
        'Begin the answer with the word "{{word}}".': js`return /^{{word}}\b/i.test(response.trim())`,
        'Begin at least one sentence with the word "{{word}}".': js`return response.split(/(?<=[.!?])\s+/).some(part => part.startsWith('{{word}}'))`,
      },
    },
    python: python['sentences-begin-with'],
  },
  holds: ({ word }, response) =>
    sentences(response).length > 0 &&
    sentences(response).every(sentence => new RegExp(`^${word}\\b`, 'i').test(sentence)),
  write: ({ word }, pen) =>
    Array.from(
      { length: pen.whole(1, 4) },
      () => `${pen.pick([word, word, word.toUpperCase()])} ${pen.bare(6).join(' ')}.`,
    ).join(' '),
  violate: (_, response, pen) => pen.pick([`${response} ${pen.sentence()}`, `${pen.sentence()} ${response}`]),
})

export const sentenceEdges = [exclaimed, each]
