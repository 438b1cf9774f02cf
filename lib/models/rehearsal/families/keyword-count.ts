import { family } from '../family.ts'
import { plainWords } from '../measures.ts'
import { oneOf, whole } from '../parameters.ts'
import { capital } from '../pen.ts'
import { js } from '../source.ts'
import { keywordCount as python } from './python/keyword-count.ts'

const repeated = family({
  name: 'keyword-at-least',
  params: { word: oneOf('valley canyon sailor pepper castle ribbon'.split(' ')), count: whole(2, 4) },
  phrasings: [
    'Use the word "{{word}}" at least {{countInWords}} times.',
    'Your answer must contain the word "{{word}}" {{count}} times or more.',
    'Mention "{{word}}" no fewer than {{countInWords}} times.',
    'Let the word "{{word}}" appear {{countInWords}} or more times in the response.',
    'Repeat the word "{{word}}" so that it stands in your reply at least {{count}} times.',
  ],
  drifts: [
    'Do not use the word "{{word}}".',
    'Use the word "{{word}}" fewer than {{countInWords}} times.',
    'Your answer must contain the word "{{word}}" at most {{countLess}} times.',
  ],
  functions: {
    javascript: {
      right: [
        js`return (response.match(/\b{{word}}\b/gi) || []).length >= {{count}}`,
        js`return response.toLowerCase().split(/\W+/).filter(found => found === '{{word}}').length >= {{count}}`,
        js`
          let left = {{count}}
          for (const found of response.toLowerCase().match(/\w+/g) || []) {
            if (found === '{{word}}') left -= 1
          }
          return left <= 0`,
      ],
      wrong: {
        'Use the word "{{word}}" more than {{countInWords}} times.': js`return (response.match(/\b{{word}}\b/gi) || []).length > {{count}}`,
        'Use the word "{{word}}" in small letters at least {{countInWords}} times.': js`return (response.match(/\b{{word}}\b/g) || []).length >= {{count}}`,
        'Use the word "{{word}}" at least once.': js`return response.toLowerCase().split(/\W+/).includes('{{word}}')`,
      },
    },
    python: python['keyword-at-least'],
  },
  holds: ({ word, count }, response) => plainWords(response).filter(found => found === word).length >= count,
  write: ({ word, count }, pen) =>
    Array.from({ length: count + pen.pick([0, 0, 1]) }, (_, at) =>
      at === 0 && pen.random() < 0.5
        ? `${capital(word)} ${pen.bare(4).join(' ')}.`
        : `The ${word} ${pen.bare(4).slice(3).join(' ')} ${pen.bare(3).join(' ')}.`,
    ).join(' '),
  violate: ({ word, count }, response, pen) => {
    let left = pen.pick([count - 1, count - 1, 0])
    return response.replaceAll(new RegExp(`\\b${word}\\b`, 'gi'), found => (left-- > 0 ? found : 'place'))
  },
})

const exactly = family({
  name: 'keyword-exactly',
  params: { word: oneOf('planet music coffee island letter winter'.split(' ')), count: whole(2, 3) },
  phrasings: [
    'Let the word "{{word}}" appear exactly {{countInWords}} times.',
    'Your answer must contain the word "{{word}}" exactly {{count}} times, no more and no less.',
    'The number of times you use the word "{{word}}" must be {{countInWords}}.',
    'Mention "{{word}}" precisely {{count}} times in the response.',
    'Count the word "{{word}}" in your reply: it must be there {{countInWords}} times, neither more nor less.',
  ],
  drifts: [
    'Do not use the word "{{word}}".',
    'Use the word "{{word}}" more than {{countInWords}} times.',
    'Let the word "{{word}}" appear exactly {{countOther}} times.',
  ],
  functions: {
    javascript: {
      right: [
        js`return (response.match(/\b{{word}}\b/gi) || []).length === {{count}}`,
        js`return response.toLowerCase().split(/\W+/).filter(found => found === '{{word}}').length === {{count}}`,
        js`
          const counts = new Map()
          for (const [found] of response.toLowerCase().matchAll(/\w+/g)) counts.set(found, (counts.get(found) || 0) + 1)
          return counts.get('{{word}}') === {{count}}`,
      ],
      wrong: {
        'Use the word "{{word}}" at least {{countInWords}} times.': js`return (response.match(/\b{{word}}\b/gi) || []).length >= {{count}}`,
        'Let the letters "{{word}}" appear exactly {{countInWords}} times in small letters, even inside longer words.': js`return response.split('{{word}}').length === {{countMore}}`,
      },
    },
    python: python['keyword-exactly'],
  },
  holds: ({ word, count }, response) => plainWords(response).filter(found => found === word).length === count,
  write: ({ word, count }, pen) => {
    const uses = Array.from({ length: count }, () =>
      pen.pick([
        `This ${word} ${pen.bare(4).slice(3).join(' ')} ${pen.bare(3).join(' ')}.`,
        `${capital(word)} ${pen.bare(4).join(' ')}.`,
      ]),
    )
    return [...uses, pen.sentence()].join(' ')
  },
  violate: ({ word }, response, pen) =>
    pen.pick([
      `${response} Again the ${word} helps.`,
      response.replace(new RegExp(`\\b${word}\\b`, 'i'), `${word}s`),
      pen.prose(),
    ]),
})

export const keywordCount = [repeated, exactly]
