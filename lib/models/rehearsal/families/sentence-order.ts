import { drawn } from '../../../random.ts'
import { family } from '../family.ts'
import { sentences as of, words } from '../measures.ts'
import { capital } from '../pen.ts'
import { js } from '../source.ts'
import { sentenceOrder as python } from './python/sentence-order.ts'

const ascending = family({
  name: 'sentences-ascending',
  params: {},
  phrasings: [
    'Each sentence must have more words than the sentence before it.',
    'Write at least two sentences, every one longer in words than the one before.',
    'Let your sentences grow: each has more words than the previous one.',
    'Order the sentences of your answer from the fewest words to the most, with no two of the same length.',
    'Start with a short sentence and make every following sentence longer by one word or more.',
  ],
  drifts: [
    'Each sentence must have fewer words than the sentence before it.',
    'All sentences must have the same number of words.',
    'Start with a long sentence and make every following sentence shorter.',
  ],
  functions: {
    javascript: {
      right: [
        js`
          const sizes = response.split(/(?<=[.!?])(?=\s|$)/).map(part => part.trim()).filter(part => /[.!?]$/.test(part)).map(part => part.split(/\s+/).length)
          return sizes.length >= 2 && sizes.every((size, i) => i === 0 || size > sizes[i - 1])`,
        js`
          let last = 0
          let found = 0
          let size = 0
          for (const word of response.split(/\s+/).filter(Boolean)) {
            size++
            if (!/[.!?]$/.test(word)) continue
            if (size <= last) return false
            last = size
            size = 0
            found++
          }
          return found > 1`,
        js`
          const parts = (response.match(/\S[^]*?[.!?](?=\s|$)/g) || []).map(part => part.match(/\S+/g).length)
          for (let i = 1; i < parts.length; i++) if (parts[i] <= parts[i - 1]) return false
          return parts.length >= 2`,
      ],
      wrong: {
        'No sentence may have fewer words than the sentence before it.': js`
          const sizes = response.split(/(?<=[.!?])\s+/).map(part => part.split(/\s+/).length)
          return sizes.every((size, i) => i === 0 || size >= sizes[i - 1])`,
        'Each sentence must have more characters than the sentence before it.': js`
          const sizes = response.split(/(?<=[.!?])\s+/).map(part => part.length)
          return sizes.every((size, i) => i === 0 || size > sizes[i - 1])`,
      },
    },
    python: python['sentences-ascending'],
  },
  holds: (_, response) => {
    const sizes = of(response).map(sentence => words(sentence).length)
    return sizes.length >= 2 && sizes.every((size, at) => at === 0 || size > (sizes[at - 1] ?? 0))
  },
  write: (_, pen) => {
    const start = pen.whole(3, 5)
    return Array.from({ length: pen.whole(2, 4) }, (_, at) => pen.sentence(start + at * pen.pick([2, 2, 3]))).join(' ')
  },
  violate: (_, response, pen) => {
    const last = of(response).at(-1) ?? pen.sentence()
    return pen.random() < 0.5 ? of(response).toReversed().join(' ') : `${response} ${pen.sentence(words(last).length)}`
  },
})

const firstLetters = family({
  name: 'unique-first-letters',
  params: {},
  phrasings: [
    'No two sentences may begin with the same letter.',
    'Start every sentence with a different letter.',
    'Each sentence of your answer must begin with a letter that no other sentence begins with.',
    'Do not let two sentences share their first letter.',
    'The first letters of your sentences must all be different.',
  ],
  drifts: [
    'All sentences must begin with the same letter, and there must be at least two.',
    'At least two sentences must begin with the same letter.',
    'Start the first two sentences with the same letter.',
  ],
  functions: {
    javascript: {
      right: [
        js`
          const firsts = response.split(/(?<=[.!?])(?=\s|$)/).map(part => part.trim()).filter(part => /[.!?]$/.test(part)).map(part => part[0].toLowerCase())
          return new Set(firsts).size === firsts.length`,
        js`
          const seen = []
          let start = true
          let first = ''
          for (const word of response.split(/\s+/).filter(Boolean)) {
            if (start) first = word[0].toLowerCase()
            start = /[.!?]$/.test(word)
            if (!start) continue
            if (seen.includes(first)) return false
            seen.push(first)
          }
          return true`,
        js`
          const firsts = (response.match(/\S[^]*?[.!?](?=\s|$)/g) || []).map(part => part[0].toLowerCase()).sort()
          return firsts.every((letter, i) => letter !== firsts[i + 1])`,
      ],
      wrong: {
        'No two neighbouring sentences may begin with the same letter.': js`
          const firsts = response.split(/(?<=[.!?])\s+/).map(part => part[0])
          return firsts.every((letter, i) => letter !== firsts[i + 1])`,
        'No two words may begin with the same letter.': js`
          const firsts = response.toLowerCase().split(/\s+/).map(word => word[0])
          return new Set(firsts).size === firsts.length`,
      },
    },
    python: python['unique-first-letters'],
  },
  holds: (_, response) => {
    const firsts = of(response).map(sentence => sentence.charAt(0).toLowerCase())
    return new Set(firsts).size === firsts.length
  },
  write: (_, pen) => {
    const starts = [
      'good',
      'simple',
      'quick',
      'careful',
      'modern',
      'early',
      'local',
      'useful',
      'bright',
      'fresh',
      'warm',
    ]
    const chosen = drawn(pen.random, starts, pen.whole(2, 4))
    return chosen.map(start => `${capital(start)} ${pen.bare(pen.whole(4, 8)).slice(1).join(' ')}.`).join(' ')
  },
  violate: (_, response, pen) => {
    const start = pen.random() < 0.5 ? of(response).at(-1) : of(response)[0]
    return `${response} ${words(start ?? '')[0] ?? 'The'} ${pen.bare(6).slice(1).join(' ')}.`
  },
})

export const sentenceOrder = [ascending, firstLetters]
