import { family } from '../family.ts'
import { words } from '../measures.ts'
import { capital } from '../pen.ts'
import { js } from '../source.ts'
import { letterCase as python } from './python/letter-case.ts'

const lower = family({
  name: 'all-lowercase',
  params: {},
  phrasings: [
    'Write everything in lowercase letters.',
    'Do not use any capital letters.',
    'Your whole answer must be in lower case, with no capitals at all.',
    'Use small letters only.',
    'No letter of the response may be upper case.',
  ],
  drifts: [
    'Write everything in capital letters.',
    'Begin every sentence with a capital letter.',
    'Use at least one capital letter.',
  ],
  functions: {
    javascript: {
      right: [
        js`return response === response.toLowerCase() && response !== response.toUpperCase()`,
        js`return /[a-z]/.test(response) && !/[A-Z]/.test(response)`,
        js`
          const letters = response.match(/[A-Za-z]/g) || []
          return letters.length > 0 && letters.every(letter => letter >= 'a')`,
      ],
      wrong: {
        'Begin the answer with a lowercase letter.': js`return /^[a-z]/.test(response.trim())`,
        'Use at least one lowercase letter.': js`return /[a-z]/.test(response)`,
      },
    },
    python: python['all-lowercase'],
  },
  holds: (_, response) => /[a-z]/.test(response) && !/[A-Z]/.test(response),
  write: (_, pen) => pen.prose().toLowerCase(),
  violate: (_, response, pen) =>
    pen.random() < 0.5 ? capital(response) : response.replace(/ (\w)/, start => start.toUpperCase()),
})

const upper = family({
  name: 'all-uppercase',
  params: {},
  phrasings: [
    'Write everything in capital letters.',
    'Do not use any lowercase letters.',
    'Your whole answer must be in upper case, with no small letters at all.',
    'Use capitals only.',
    'Every letter of the response must be a capital.',
  ],
  drifts: [
    'Write everything in lowercase letters.',
    'Do not use any capital letters.',
    'Use at least one lowercase letter.',
  ],
  functions: {
    javascript: {
      right: [
        js`return response === response.toUpperCase() && response !== response.toLowerCase()`,
        js`return !/[a-z]/.test(response) && /[A-Z]/.test(response)`,
        js`
          let found = false
          for (const letter of response) {
            if (letter >= 'a' && letter <= 'z') return false
            if (letter >= 'A' && letter <= 'Z') found = true
          }
          return found`,
      ],
      wrong: {
        'Use at least one capital letter.': js`return /[A-Z]/.test(response)`,
        'Begin the answer with a capital letter.': js`return /^[A-Z]/.test(response)`,
      },
    },
    python: python['all-uppercase'],
  },
  holds: (_, response) => /[A-Z]/.test(response) && !/[a-z]/.test(response),
  write: (_, pen) => pen.prose().toUpperCase(),
  violate: (_, response, pen) =>
    pen.random() < 0.5 ? `${response} ${pen.sentence()}` : response.slice(0, -2) + response.slice(-2).toLowerCase(),
})

const titleCase = family({
  name: 'title-case',
  params: {},
  phrasings: [
    'Start every word with a capital letter.',
    'Capitalise the first letter of each word.',
    'Every word of your answer must begin with a capital letter.',
    'Write the whole response with each word capitalised.',
    'Do not let any word begin with a lowercase letter.',
  ],
  drifts: [
    'Start every word with a lowercase letter.',
    'Use at least one word that begins with a lowercase letter.',
    'Do not use any capital letters at all, but write at least one word.',
  ],
  functions: {
    javascript: {
      right: [
        js`return response.split(/\s+/).every(word => !/^[^A-Za-z]*[a-z]/.test(word))`,
        js`return !/(?:^|\s)[^A-Za-z\s]*[a-z]/.test(response)`,
        js`
          for (const word of response.split(/\s+/)) {
            const first = word.replace(/[^A-Za-z]/g, '').charAt(0)
            if (first !== first.toUpperCase()) return false
          }
          return true`,
      ],
      wrong: {
        'Start every sentence with a capital letter.': js`return response.split(/(?<=[.!?])\s+/).every(part => /^[A-Z]/.test(part))`,
        'Start at least one word with a capital letter.': js`return response.split(/\s+/).some(word => /^[A-Z]/.test(word))`,
      },
    },
    python: python['title-case'],
  },
  holds: (_, response) => words(response).every(word => !/^[^A-Za-z]*[a-z]/.test(word)),
  write: (_, pen) => words(pen.prose()).map(capital).join(' '),
  violate: (_, response, pen) =>
    pen.random() < 0.5 ? `${response} ${pen.sentence()}` : response.replace(/ (\w)/, start => start.toLowerCase()),
})

export const letterCase = [lower, upper, titleCase]
