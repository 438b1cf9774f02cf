import { family } from '../family.ts'
import { count as hits } from '../measures.ts'
import { whole } from '../parameters.ts'
import { capital } from '../pen.ts'
import { js } from '../source.ts'
import { emphasis as python } from './python/emphasis.ts'

const highlights = family({
  name: 'highlights-at-least',
  params: { count: whole(2, 5) },
  phrasings: [
    'Highlight at least {{countInWords}} parts of your answer by putting single asterisks around them, like *this*.',
    'Your answer must contain {{count}} or more passages between asterisks, like *this passage*.',
    'Put asterisks around no fewer than {{countInWords}} words or phrases, as in *phrase*.',
    'Emphasise a minimum of {{count}} phrases in the form *phrase*.',
    'Mark {{countInWords}} phrases or more with an asterisk on either side, as in *word*.',
  ],
  drifts: [
    'Do not use any asterisks.',
    'Highlight fewer than {{countInWords}} parts of your answer by putting single asterisks around them, like *this*.',
    'Write plain text without highlighting anything.',
  ],
  functions: {
    javascript: {
      right: [
        js`return (response.match(/\*[^*\n]+\*/g) || []).length >= {{count}}`,
        js`return [...response.matchAll(/\*[^*\n]+\*/g)].length > {{countLess}}`,
        js`
          let found = 0
          for (const line of response.split('\n')) {
            let from = line.indexOf('*')
            while (from !== -1) {
              const to = line.indexOf('*', from + 1)
              if (to === -1) break
              if (to === from + 1) { from = to; continue }
              found++
              from = line.indexOf('*', to + 1)
            }
          }
          return found >= {{count}}`,
      ],
      wrong: {
        'Use at least {{countInWords}} asterisks.': js`return response.split('*').length - 1 >= {{count}}`,
        'Highlight more than {{countInWords}} parts of your answer with asterisks.': js`return (response.match(/\*[^*\n]+\*/g) || []).length > {{count}}`,
      },
    },
    python: python['highlights-at-least'],
  },
  holds: ({ count }, response) => hits(response, /\*[^*\n]+\*/g) >= count,
  write: ({ count }, pen) =>
    Array.from(
      { length: count + pen.pick([0, 0, 1]) },
      () => `The *${pen.bare(2).join(' ')}* ${pen.bare(3).join(' ')}.`,
    ).join(' '),
  violate: ({ count }, response, pen) => {
    let left = pen.pick([count - 1, count - 1, 0])
    return response.replaceAll(/\*([^*]+)\*/g, (found, phrase) => (left-- > 0 ? found : phrase))
  },
})

const capitals = family({
  name: 'capital-words-at-least',
  params: { count: whole(2, 5) },
  phrasings: [
    'Write at least {{countInWords}} words entirely in capital letters.',
    'Your answer must contain {{count}} or more words in all capitals, each of two letters or more.',
    'Put no fewer than {{countInWords}} words in upper case.',
    'Use a minimum of {{count}} fully capitalised words, such as THIS.',
    'Let {{countInWords}} words or more stand in capitals from their first letter to their last.',
  ],
  drifts: [
    'Do not write any word entirely in capital letters.',
    'Write fewer than {{countInWords}} words entirely in capital letters.',
    'Use lowercase letters only.',
  ],
  functions: {
    javascript: {
      right: [
        js`return (response.match(/\b[A-Z]{2,}\b/g) || []).length >= {{count}}`,
        js`return response.split(/\W+/).filter(word => /^[A-Z]{2,}$/.test(word)).length >= {{count}}`,
        js`
          let found = 0
          for (const [word] of response.matchAll(/\w+/g)) {
            if (word.length > 1 && [...word].every(letter => letter >= 'A' && letter <= 'Z')) found++
          }
          return found > {{countLess}}`,
      ],
      wrong: {
        'Write at least {{countInWords}} words that begin with a capital letter.': js`return (response.match(/\b[A-Z]/g) || []).length >= {{count}}`,
        'Write more than {{countInWords}} words entirely in capital letters.': js`return (response.match(/\b[A-Z]{2,}\b/g) || []).length > {{count}}`,
      },
    },
    python: python['capital-words-at-least'],
  },
  holds: ({ count }, response) => hits(response, /\b[A-Z]{2,}\b/g) >= count,
  write: ({ count }, pen) =>
    Array.from(
      { length: count + pen.pick([0, 0, 1]) },
      () => `The ${pen.bare(2)[1]?.toUpperCase()} ${pen.bare(4).join(' ')}.`,
    ).join(' '),
  violate: (_, response, pen) => {
    const found = response.match(/\b[A-Z]{2,}\b/g) ?? []
    const kept = pen.pick([0, 1])
    return found.slice(kept).reduce((text, word) => text.replace(word, capital(word.toLowerCase())), response)
  },
})

export const emphasis = [highlights, capitals]
