import { family } from '../family.ts'
import { plainWords, words } from '../measures.ts'
import { oneOf } from '../parameters.ts'
import { capital } from '../pen.ts'
import { js } from '../source.ts'
import { wordOrder as python } from './python/word-order.ts'

const first = oneOf('north winter morning silver apple'.split(' '))
const second = oneOf('south summer evening golden orange'.split(' '))

const before = family({
  name: 'keyword-order',
  params: { first, second },
  phrasings: [
    'Use both "{{first}}" and "{{second}}", and let "{{first}}" come first.',
    'Mention the word "{{first}}" before the word "{{second}}".',
    'Your answer must contain "{{first}}" and, later, "{{second}}".',
    'The word "{{second}}" must appear, but only after the word "{{first}}" has appeared.',
    'Write "{{first}}" somewhere and "{{second}}" somewhere behind it, never in front of it.',
  ],
  drifts: [
    'Use both "{{second}}" and "{{first}}", and let "{{second}}" come first.',
    'Do not use the word "{{first}}".',
    'Your answer must not contain the word "{{second}}".',
  ],
  functions: {
    javascript: {
      right: [
        js`
          const words = response.toLowerCase().split(/\W+/)
          const a = words.indexOf('{{first}}')
          const b = words.indexOf('{{second}}')
          return a !== -1 && b !== -1 && a < b`,
        js`
          const a = response.search(/\b{{first}}\b/i)
          const b = response.search(/\b{{second}}\b/i)
          return a >= 0 && b > a`,
        js`
          let seen = false
          for (const word of response.toLowerCase().match(/\w+/g) || []) {
            if (word === '{{first}}') seen = true
            if (word === '{{second}}') return seen
          }
          return false`,
      ],
      wrong: {
        'Use both the word "{{first}}" and the word "{{second}}".': js`
          const words = response.toLowerCase().split(/\W+/)
          return words.includes('{{first}}') && words.includes('{{second}}')`,
        'Do not use "{{second}}" before "{{first}}".': js`return response.indexOf('{{first}}') <= response.indexOf('{{second}}')`,
      },
    },
    python: python['keyword-order'],
  },
  holds: ({ first, second }, response) => {
    const found = plainWords(response)
    return found.includes(first) && found.indexOf(first) < found.indexOf(second)
  },
  write: ({ first, second }, pen) =>
    pen.random() < 0.7
      ? `${pen.sentence()} The ${first} ${pen.bare(4).slice(3).join(' ')} ${pen.bare(3).join(' ')}. Then ${second} follows.`
      : `${capital(first)} ${pen.bare(4).join(' ')}. ${capital(second)} ${pen.bare(5).join(' ')}.`,
  violate: ({ first, second }, response, pen) =>
    pen.pick([
      response.replace(new RegExp(first, 'i'), second),
      response.replace(new RegExp(second, 'i'), first),
      `${capital(second)} came earlier. ${response}`,
      pen.prose(),
    ]),
})

const neighbours = family({
  name: 'no-word-twice-in-a-row',
  params: {},
  phrasings: [
    'Do not write the same word twice in a row.',
    'No word may be followed directly by itself.',
    'Two neighbouring words of your answer must never be the same.',
    'Avoid repeating a word immediately after itself.',
    'Never let a word stand next to itself in the response.',
  ],
  drifts: [
    'Write at least one word twice in a row.',
    'Somewhere a word must be followed directly by itself.',
    'Repeat the first word immediately after itself.',
  ],
  functions: {
    javascript: {
      right: [
        js`
          const words = response.toLowerCase().match(/\w+/g) || []
          return words.every((word, i) => word !== words[i + 1])`,
        js`return !/\b(\w+)\b\W+\1\b/i.test(response)`,
        js`
          let last = ''
          for (const [word] of response.toLowerCase().matchAll(/\w+/g)) {
            if (word === last) return false
            last = word
          }
          return true`,
      ],
      wrong: {
        'Do not use any word more than once.': js`
          const words = response.toLowerCase().match(/\w+/g) || []
          return new Set(words).size === words.length`,
        'Do not write the same word twice in a row with the same capitals.': js`return !/\b(\w+)\b\W+\1\b/.test(response)`,
      },
    },
    python: python['no-word-twice-in-a-row'],
  },
  holds: (_, response) => plainWords(response).every((word, at, all) => word !== all[at + 1]),
  write: (_, pen) => pen.prose(),
  violate: (_, response, pen) => {
    const found = words(response)
    const at = pen.pick([0, pen.whole(0, Math.max(0, found.length - 2))])
    const twice = (found[at] ?? 'the').replaceAll(/\W/g, '')
    return found.toSpliced(at, 1, pen.pick([twice, twice.toLowerCase()]), found[at] ?? '').join(' ')
  },
})

export const wordOrder = [before, neighbours]
