import { family } from '../family.ts'
import { whole } from '../parameters.ts'
import { capital } from '../pen.ts'
import { js } from '../source.ts'
import { wordShape as python } from './python/word-shape.ts'

const mirrored = ['level', 'radar', 'civic', 'noon', 'rotor', 'kayak', 'madam', 'refer']

const palindrome = family({
  name: 'palindrome-included',
  params: {},
  phrasings: [
    'Include at least one palindrome: a word of three or more letters that reads the same backwards.',
    'Use a word of three letters or more that is the same when read from right to left.',
    'Your answer must contain a palindrome, such as "noon", of at least three letters.',
    'Somewhere in the response there must be a palindromic word with three or more letters.',
    'Let one or more words of your reply, each of at least three letters, be palindromes.',
  ],
  drifts: [
    'Do not use any palindromes.',
    'No word of three or more letters may read the same backwards.',
    'Avoid palindromic words of three or more letters.',
  ],
  functions: {
    javascript: {
      right: [
        js`return response.toLowerCase().split(/[^a-z]+/).some(word => word.length >= 3 && word === [...word].reverse().join(''))`,
        js`
          for (const [word] of response.toLowerCase().matchAll(/[a-z]{3,}/g)) {
            let i = 0
            while (i < word.length && word[i] === word[word.length - 1 - i]) i++
            if (i === word.length) return true
          }
          return false`,
        js`
          const turned = word => word.split('').reduce((sofar, letter) => letter + sofar, '')
          const words = (response.match(/[A-Za-z]+/g) || []).map(word => word.toLowerCase())
          return words.filter(word => word.length > 2 && turned(word) === word).length > 0`,
      ],
      wrong: {
        'The whole answer must read the same backwards.': js`
          const text = response.toLowerCase().replace(/[^a-z]/g, '')
          return text === [...text].reverse().join('')`,
        'Include a palindrome in small letters that is separated by spaces on both sides.': js`return response.split(' ').slice(1, -1).some(word => /^[a-z]{3,}$/.test(word) && word === [...word].reverse().join(''))`,
      },
    },
    python: python['palindrome-included'],
  },
  holds: (_, response) =>
    response
      .toLowerCase()
      .split(/[^a-z]+/)
      .some(word => word.length > 2 && word === [...word].reverse().join('')),
  write: (_, pen) => {
    const word = pen.pick(mirrored)
    return pen.pick([
      `${pen.sentence()} The ${word} ${pen.bare(4).slice(3).join(' ')} it.`,
      `${capital(word)} ${pen.bare(5).join(' ')}. ${pen.sentence()}`,
      `${pen.sentence().replace(/\.$/, '')} by ${word}.`,
    ])
  },
  violate: (_, response, pen) => {
    const pattern = new RegExp(`\\b(${mirrored.join('|')})\\b`, 'gi')
    return pen.random() < 0.5 ? response.replaceAll(pattern, '$1s') : response.replaceAll(pattern, 'place')
  },
})

const longestWord = family({
  name: 'short-words',
  params: { count: whole(8, 11) },
  phrasings: [
    'Do not use any word longer than {{count}} letters.',
    'Every word of your answer must have at most {{count}} letters.',
    'Use only words of {{count}} letters or fewer.',
    'Keep each word within {{count}} letters.',
    'No word in the response may be longer than {{count}} letters.',
  ],
  drifts: [
    'Use at least one word longer than {{count}} letters.',
    'Every word of your answer must have more than {{count}} letters.',
    'Use only words of {{countMore}} letters or more.',
  ],
  functions: {
    javascript: {
      right: [
        js`return !/[A-Za-z]{{{countMore}},}/.test(response)`,
        js`return response.split(/[^A-Za-z]+/).every(word => word.length <= {{count}})`,
        js`
          let run = 0
          for (const character of response) {
            run = /[A-Za-z]/.test(character) ? run + 1 : 0
            if (run > {{count}}) return false
          }
          return true`,
      ],
      wrong: {
        'Use only words of fewer than {{count}} letters.': js`return response.split(/[^A-Za-z]+/).every(word => word.length < {{count}})`,
        'Use at least one word of {{count}} letters or fewer.': js`return response.split(/[^A-Za-z]+/).some(word => word.length <= {{count}})`,
      },
    },
    python: python['short-words'],
  },
  holds: ({ count }, response) => response.split(/[^A-Za-z]+/).every(word => word.length <= count),
  write: ({ count }, pen) => {
    const exact = ['exercise', 'different', 'successful', 'information'].find(word => word.length === count) ?? ''
    return `${pen.only(word => word.length <= count).prose()} Every ${exact} helps.`
  },
  violate: (_, response, pen) =>
    `${response} This ${pen.pick(['extraordinarily', 'straightforwardly', 'counterproductive'])} helps.`,
})

export const wordShape = [palindrome, longestWord]
