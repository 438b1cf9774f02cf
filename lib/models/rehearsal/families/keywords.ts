import { family } from '../family.ts'
import { plainWords } from '../measures.ts'
import { oneOf } from '../parameters.ts'
import { capital } from '../pen.ts'
import { js } from '../source.ts'
import { keywords as python } from './python/keywords.ts'

// None of these is in the pen's own vocabulary.
const known = 'river garden bridge window candle mountain forest harbour lantern ocean pencil rocket'.split(' ')
const word = oneOf(known)

const included = family({
  name: 'keyword-included',
  params: { word },
  phrasings: [
    'Include the word "{{word}}" in your answer.',
    'Your answer must contain the word "{{word}}".',
    'Use the word "{{word}}" at least once.',
    'Mention "{{word}}" somewhere in the response.',
    'Make sure that the word "{{word}}" appears in your reply.',
  ],
  drifts: [
    'Do not use the word "{{word}}".',
    'Your answer must not contain the word "{{word}}".',
    'Avoid the word "{{word}}" everywhere.',
  ],
  functions: {
    javascript: {
      right: [
        js`return new RegExp('\\b{{word}}\\b', 'i').test(response)`,
        js`return response.toLowerCase().split(/\W+/).includes('{{word}}')`,
        js`
          for (const [found] of response.matchAll(/\w+/g)) {
            if (found.toLowerCase() === '{{word}}') return true
          }
          return false`,
      ],
      wrong: {
        'Include the letters "{{word}}" in small letters, even inside a longer word.': js`return response.includes('{{word}}')`,
        'Begin your answer with the word "{{word}}".': js`return response.trim().toLowerCase().startsWith('{{word}}')`,
        'Do not use the word "{{word}}" in your answer.': js`return !new RegExp('\\b{{word}}\\b', 'i').test(response)`,
      },
    },
    python: python['keyword-included'],
  },
  holds: ({ word }, response) => plainWords(response).includes(word),
  write: ({ word }, pen) =>
    pen.pick([
      `${pen.sentence()} The ${word} ${pen.bare(4).join(' ')}.`,
      `${capital(word)} ${pen.bare(4).join(' ')}. ${pen.sentence()}`,
      `${pen.sentence()} ${capital(word)} and ${pen.bare(2).join(' ')} matter.`,
    ]),
  violate: ({ word }, response, pen) =>
    pen.random() < 0.5
      ? response.replaceAll(new RegExp(`\\b${word}\\b`, 'gi'), `${word}s`)
      : response.replaceAll(new RegExp(`\\b${word}\\b`, 'gi'), pen.bare(2)[1] ?? ''),
})

const excluded = family({
  name: 'keyword-excluded',
  params: { word },
  phrasings: [
    'Do not use the word "{{word}}".',
    'Your answer must not contain the word "{{word}}".',
    'Avoid the word "{{word}}" everywhere.',
    'Never mention "{{word}}" in the response.',
    'Write your reply without the word "{{word}}".',
  ],
  drifts: [
    'Use the word "{{word}}" at least once.',
    'Your answer must contain the word "{{word}}".',
    'Mention "{{word}}" in the first sentence.',
  ],
  functions: {
    javascript: {
      right: [
        js`return !/\b{{word}}\b/i.test(response)`,
        js`return !response.toLowerCase().split(/\W+/).includes('{{word}}')`,
        js`return response.replace(/\W+/g, ' ').split(' ').every(found => found.toUpperCase() !== '{{word}}'.toUpperCase())`,
      ],
      wrong: {
        'Do not use the word "{{word}}" in small letters.': js`return !response.split(/\W+/).includes('{{word}}')`,
        'Do not use the letters "{{word}}", not even inside a longer word.': js`return !response.toLowerCase().includes('{{word}}')`,
      },
    },
    python: python['keyword-excluded'],
  },
  holds: ({ word }, response) => !plainWords(response).includes(word),
  write: ({ word }, pen) =>
    pen.pick([pen.prose(), pen.prose(), `${pen.sentence()} Two ${word}s ${pen.bare(4).slice(3).join(' ')} it.`]),
  violate: ({ word }, response, pen) =>
    pen.pick([
      `${response} The ${word} ${pen.bare(4).slice(3).join(' ')} this.`,
      `${response} ${capital(word)} helps.`,
    ]),
})

export const keywords = [included, excluded]
