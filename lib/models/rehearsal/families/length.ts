import { family } from '../family.ts'
import { words } from '../measures.ts'
import { whole } from '../parameters.ts'
import { js } from '../source.ts'
import { length as python } from './python/length.ts'

const atLeast = family({
  name: 'words-at-least',
  params: { count: whole(20, 80) },
  phrasings: [
    'Answer in at least {{count}} words.',
    'Your answer must be no shorter than {{count}} words.',
    'Use {{count}} words or more in your reply.',
    'Make the response {{count}} words long or longer.',
    'Write a minimum of {{count}} words.',
  ],
  drifts: [
    'Answer in fewer than {{count}} words.',
    'Your answer must have at most {{countLess}} words.',
    'Keep the reply below {{count}} words.',
  ],
  functions: {
    javascript: {
      right: [
        js`return response.trim().split(/\s+/).filter(Boolean).length >= {{count}}`,
        js`
          const found = response.match(/\S+/g)
          return found !== null && found.length >= {{count}}`,
        js`
          let words = 0
          let inside = false
          for (const character of response) {
            const blank = /\s/.test(character)
            if (!blank && !inside) words++
            inside = !blank
          }
          return words >= {{count}}`,
      ],
      wrong: {
        'Answer in more than {{count}} words.': js`return response.split(/\s+/).filter(Boolean).length > {{count}}`,
        'Answer in at least {{count}} characters.': js`return response.length >= {{count}}`,
        'Answer in at most {{count}} words.': js`return response.split(/\s+/).filter(Boolean).length <= {{count}}`,
      },
    },
    python: python['words-at-least'],
  },
  holds: ({ count }, response) => words(response).length >= count,
  write: ({ count }, pen) => pen.passage(count + pen.pick([0, 0, 1, 6])),
  violate: ({ count }, response, pen) =>
    `${words(response)
      .slice(0, count - pen.pick([1, 1, 2, 12]))
      .join(' ')}`,
})

const atMost = family({
  name: 'words-at-most',
  params: { count: whole(10, 40) },
  phrasings: [
    'Answer in at most {{count}} words.',
    'Your answer must not be longer than {{count}} words.',
    'Use no more than {{count}} words in your reply.',
    'Keep the response within {{count}} words.',
    'Write {{count}} words or fewer.',
  ],
  drifts: [
    'Answer in more than {{count}} words.',
    'Your answer must have at least {{countMore}} words.',
    'Make the reply longer than {{count}} words.',
  ],
  functions: {
    javascript: {
      right: [
        js`return response.trim().split(/\s+/).filter(Boolean).length <= {{count}}`,
        js`return (response.match(/\S+/g) || []).length <= {{count}}`,
        js`
          let words = 0
          for (const part of response.replace(/\s/g, ' ').split(' ')) {
            if (part !== '') words += 1
          }
          return !(words > {{count}})`,
      ],
      wrong: {
        'Answer in fewer than {{count}} words.': js`return response.split(/\s+/).filter(Boolean).length < {{count}}`,
        'Answer in at most {{count}} characters.': js`return response.length <= {{count}}`,
      },
    },
    python: python['words-at-most'],
  },
  holds: ({ count }, response) => words(response).length <= count,
  write: ({ count }, pen) => pen.passage(count - pen.pick([0, 0, 1, 4])),
  violate: ({ count }, response, pen) => {
    const missing = count - words(response).length + pen.pick([1, 1, 2, 10])
    return `${response} ${pen.passage(Math.max(1, missing))}`
  },
})

const exactly = family({
  name: 'words-exactly',
  params: { count: whole(8, 30) },
  phrasings: [
    'Answer in exactly {{count}} words.',
    'Your answer must be {{count}} words long, no more and no fewer.',
    'Use precisely {{count}} words in your reply.',
    'Make the response exactly {{count}} words long.',
    'The number of words you write must be {{count}}.',
  ],
  drifts: [
    'Answer in exactly {{countOther}} words.',
    'Your answer must have more than {{count}} words.',
    'Answer in fewer than {{count}} words.',
  ],
  functions: {
    javascript: {
      right: [
        js`return response.trim().split(/\s+/).filter(Boolean).length === {{count}}`,
        js`
          const found = response.match(/\S+/g)
          return (found ? found.length : 0) === {{count}}`,
        js`
          let left = {{count}}
          for (const _ of response.matchAll(/\S+/g)) left--
          return left === 0`,
      ],
      wrong: {
        'Answer in at least {{count}} words.': js`return response.split(/\s+/).filter(Boolean).length >= {{count}}`,
        'Answer in exactly {{countMore}} words.': js`return response.trim().split(/\s+/).length - 1 === {{count}}`,
      },
    },
    python: python['words-exactly'],
  },
  holds: ({ count }, response) => words(response).length === count,
  write: ({ count }, pen) => pen.passage(count),
  violate: ({ count }, response, pen) =>
    pen.random() < 0.5
      ? words(response)
          .slice(0, count - pen.whole(1, 2))
          .join(' ')
      : `${response} ${pen.passage(pen.whole(1, 4))}`,
})

export const length = [atLeast, atMost, exactly]
