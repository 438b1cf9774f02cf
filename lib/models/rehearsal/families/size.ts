import { family } from '../family.ts'
import { words } from '../measures.ts'
import { oneOf, whole } from '../parameters.ts'
import { js } from '../source.ts'
import { size as python } from './python/size.ts'

const between = family({
  name: 'words-between',
  params: { low: whole(12, 24), high: whole(28, 40) },
  phrasings: [
    'Answer in {{low}} to {{high}} words.',
    'Your answer must have between {{low}} and {{high}} words.',
    'Use at least {{low}} and at most {{high}} words in your reply.',
    'Keep the length of the response between {{low}} and {{high}} words, both included.',
    'Write no fewer than {{low}} words and no more than {{high}}.',
  ],
  drifts: [
    'Answer in fewer than {{low}} words.',
    'Your answer must have more than {{high}} words.',
    'Write at least {{highMore}} words.',
  ],
  functions: {
    javascript: {
      right: [
        js`
          const size = response.trim().split(/\s+/).filter(Boolean).length
          return size >= {{low}} && size <= {{high}}`,
        js`
          const found = response.match(/\S+/g) || []
          if (found.length < {{low}}) return false
          return found.length <= {{high}}`,
        js`return new RegExp('^\\s*(\\S+\\s+){{{low}},{{high}}}$').test(response.trim() + ' ')`,
      ],
      wrong: {
        'Answer in more than {{low}} and fewer than {{high}} words.': js`
          const size = response.split(/\s+/).filter(Boolean).length
          return size > {{low}} && size < {{high}}`,
        'Answer in at least {{low}} words, or any number up to {{high}}.': js`
          const size = response.split(/\s+/).filter(Boolean).length
          return size >= {{low}} || size <= {{high}}`,
      },
    },
    python: python['words-between'],
  },
  holds: ({ low, high }, response) => words(response).length >= low && words(response).length <= high,
  write: ({ low, high }, pen) => pen.passage(pen.pick([low, high, pen.whole(low, high)])),
  violate: ({ low, high }, _, pen) => pen.passage(pen.pick([low - 1, high + 1, low - 5, high + 9])),
})

const characters = family({
  name: 'characters-at-most',
  params: { count: whole(80, 240, 10) },
  phrasings: [
    'Answer in at most {{count}} characters.',
    'Your answer must not exceed {{count}} characters, spaces included.',
    'Use no more than {{count}} characters in your reply.',
    'Keep the whole response within {{count}} characters.',
    'Write {{count}} characters or fewer.',
  ],
  drifts: [
    'Answer in more than {{count}} characters.',
    'Your answer must be at least {{countMore}} characters long.',
    'Make the reply longer than {{count}} characters.',
  ],
  functions: {
    javascript: {
      right: [
        js`return response.length <= {{count}}`,
        js`return response.slice({{count}}) === ''`,
        js`return !response.split('').some((_, index) => index >= {{count}})`,
      ],
      wrong: {
        'Answer in at most {{count}} words.': js`return response.split(/\s+/).length <= {{count}}`,
        'Use at most {{count}} characters, not counting spaces.': js`return response.replace(/\s/g, '').length <= {{count}}`,
      },
    },
    python: python['characters-at-most'],
  },
  holds: ({ count }, response) => response.length <= count,
  write: ({ count }, pen) => pen.passage(Math.max(3, Math.floor(count / pen.whole(7, 10)))),
  violate: ({ count }, response, pen) => {
    let longer = response
    while (longer.length <= count) longer += ` ${pen.sentence(pen.whole(3, 6))}`
    return longer
  },
})

const even = family({
  name: 'word-count-parity',
  params: { parity: oneOf(['even', 'odd']) },
  phrasings: [
    'The number of words in your answer must be {{parity}}.',
    'Answer with an {{parity}} number of words.',
    'Use an {{parity}} number of words in the response.',
    'Make sure that the words of your reply, when counted, come to an {{parity}} number.',
    'Let the count of your words be {{parity}}.',
  ],
  drifts: [
    'The number of words in your answer must be {{parityOther}}.',
    'Use an {{parityOther}} number of words in the response.',
    'Let the count of your words be anything but {{parity}}.',
  ],
  functions: {
    javascript: {
      right: [
        js`return response.split(/\s+/).filter(Boolean).length % 2 === ('{{parity}}' === 'even' ? 0 : 1)`,
        js`
          const odd = ((response.match(/\S+/g) || []).length & 1) === 1
          return odd === ('{{parity}}' === 'odd')`,
        js`
          let parity = 'even'
          for (const _ of response.matchAll(/\S+/g)) parity = parity === 'even' ? 'odd' : 'even'
          return parity === '{{parity}}'`,
      ],
      wrong: {
        'The number of characters in your answer must be {{parity}}.': js`return response.length % 2 === ('{{parity}}' === 'even' ? 0 : 1)`,
        'The number of words in your answer must be anything but {{parity}}.': js`return response.trim().split(/\s+/).length % 2 !== ('{{parity}}' === 'even' ? 0 : 1)`,
      },
    },
    python: python['word-count-parity'],
  },
  holds: ({ parity }, response) => words(response).length % 2 === (parity === 'even' ? 0 : 1),
  write: (_, pen) => pen.prose(),
  violate: (_, response, pen) => `${response} ${pen.sentence(pen.pick([1, 3]))}`,
})

export const size = [between, characters, even]
