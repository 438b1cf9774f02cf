import { drawn } from '../../../random.ts'
import { family } from '../family.ts'
import { plainWords, words } from '../measures.ts'
import { oneOf } from '../parameters.ts'
import { capital } from '../pen.ts'
import { js } from '../source.ts'
import { wordPlay as python } from './python/word-play.ts'

const stock: Readonly<Record<string, string>> = {
  b: 'bright brave birds bring bold big blue beautiful busy bakers bake brown bread',
  c: 'clever calm careful cats catch curious common crows cook crisp cakes',
  p: 'proud patient people plan pretty plain parks paint pink purple pots',
  s: 'simple steady sailors seek small silent sunny shores sing soft songs',
  t: 'ten tall tidy teachers teach tiny timid tigers tell true tales',
}

const alliteration = family({
  name: 'alliteration',
  params: { letter: oneOf(Object.keys(stock)) },
  phrasings: [
    'Every word must begin with the letter "{{letter}}".',
    'Use only words that start with "{{letter}}".',
    'Begin each word of your answer with the letter "{{letter}}", small or capital.',
    'Answer with nothing but words beginning with "{{letter}}".',
    'All words of the response must have "{{letter}}" as their first letter.',
  ],
  drifts: [
    'No word may begin with the letter "{{letter}}", and there must be a word.',
    'Use at least one word that does not start with "{{letter}}".',
    'Every word must begin with the letter "{{letterOther}}".',
  ],
  functions: {
    javascript: {
      right: [
        js`
          const words = response.toLowerCase().match(/\w+/g) || []
          return words.length > 0 && words.every(word => word.startsWith('{{letter}}'))`,
        js`return /\w/.test(response) && !/\b(?!{{letter}})\w/i.test(response)`,
        js`
          let any = false
          for (const [word] of response.matchAll(/\w+/g)) {
            if (word[0].toLowerCase() !== '{{letter}}') return false
            any = true
          }
          return any`,
      ],
      wrong: {
        'At least one word must begin with the letter "{{letter}}".': js`return response.toLowerCase().split(/\W+/).some(word => word.startsWith('{{letter}}'))`,
        'Every word must begin with a small "{{letter}}".': js`return (response.match(/\w+/g) || []).every(word => word.startsWith('{{letter}}'))`,
      },
    },
    python: python.alliteration,
  },
  holds: ({ letter }, response) =>
    plainWords(response).length > 0 && plainWords(response).every(word => word.startsWith(letter)),
  write: ({ letter }, pen) => {
    const topic = pen
      .only(word => word.startsWith(letter) && word.length > 3)
      .bare(3)
      .filter(Boolean)
    return `${capital([...drawn(pen.random, (stock[letter] ?? '').split(' '), pen.whole(4, 9)), ...topic].join(' '))}.`
  },
  violate: (_, response, pen) =>
    pen.pick([`${response} ${pen.sentence(3)}`, response.replace('.', ` ${pen.bare(1)[0]}.`), pen.sentence()]),
})

const same = family({
  name: 'first-word-is-last',
  params: {},
  phrasings: [
    'The first word and the last word of your answer must be the same.',
    'Begin and end the response with the same word.',
    'Finish with the very word you started with, capitals and punctuation aside.',
    'Your reply must close with the word that opens it.',
    'Let the last word of your answer repeat the first one.',
  ],
  drifts: [
    'Begin and end the response with different words.',
    'The last word of your answer must not be the word that opens it.',
    'Never finish with the word you started with.',
  ],
  functions: {
    javascript: {
      right: [
        js`
          const words = response.toLowerCase().match(/\w+/g) || []
          return words.length > 1 && words[0] === words[words.length - 1]`,
        js`
          const words = response.toLowerCase().split(/\W+/).filter(Boolean)
          if (words.length < 2) return false
          return words.shift() === words.pop()`,
        js`return /^\W*(\w+)\b[^]*\b\1\W*$/i.test(response) && response.match(/\w+/g).length > 1`,
      ],
      wrong: {
        'Begin and end the response with the same word, written with the same capitals and signs.': js`
          const words = response.trim().split(/\s+/)
          return words.length > 1 && words[0] === words.at(-1)`,
        'Begin and end the response with the same letter.': js`
          const letters = response.toLowerCase().replace(/[^a-z]/g, '')
          return letters[0] === letters.at(-1)`,
      },
    },
    python: python['first-word-is-last'],
  },
  holds: (_, response) => plainWords(response).length > 1 && plainWords(response)[0] === plainWords(response).at(-1),
  write: (_, pen) => {
    const start = pen.bare(2)[1] ?? ''
    return `${capital(start)} ${pen.bare(4).join(' ')}. ${pen.sentence().replace(/\.$/, '')} and ${start}.`
  },
  violate: (_, response, pen) =>
    pen.pick([
      `${response} ${pen.sentence()}`,
      `${words(response).slice(0, -1).join(' ')} ${words(response)[0]?.slice(0, 1).toLowerCase()}${pen.bare(2)[1]}.`,
      `So ${response}`,
    ]),
})

export const wordPlay = [alliteration, same]
