import { family } from '../family.ts'
import { lines, plainWords, words } from '../measures.ts'
import { oneOf } from '../parameters.ts'
import { js } from '../source.ts'
import { startEnd as python } from './python/start-end.ts'

const start = family({
  name: 'starts-with-word',
  params: { word: oneOf('Certainly Indeed Briefly Naturally Today Honestly'.split(' ')) },
  phrasings: [
    'Begin your answer with the word "{{word}}".',
    'The first word of your answer must be "{{word}}".',
    'Start the response with "{{word}}".',
    'Open your reply with the word "{{word}}", in small or capital letters.',
    'Let "{{word}}" be the very first word you write.',
  ],
  drifts: [
    'Do not begin your answer with the word "{{word}}".',
    'The first word of your answer must be "{{wordOther}}".',
    'Start the response with any word other than "{{word}}".',
  ],
  functions: {
    javascript: {
      right: [
        js`return (response.toLowerCase().match(/\w+/) || [])[0] === '{{word}}'.toLowerCase()`,
        js`return new RegExp('^\\W*{{word}}\\b', 'i').test(response)`,
        js`return response.toLowerCase().split(/\W+/).filter(Boolean)[0] === '{{word}}'.toLowerCase()`,
      ],
      wrong: {
        'Use the word "{{word}}" somewhere.': js`return response.toLowerCase().includes('{{word}}'.toLowerCase())`,
        'Begin your answer with the letters "{{word}}", even as part of a longer word.': js`return response.startsWith('{{word}}')`,
      },
    },
    python: python['starts-with-word'],
  },
  holds: ({ word }, response) => plainWords(response)[0] === word.toLowerCase(),
  write: ({ word }, pen) =>
    `${pen.pick([word, word, word.toUpperCase(), word.toLowerCase()])} ${pen.bare(5).join(' ')}. ${pen.sentence()}`,
  violate: ({ word }, response, pen) =>
    pen.pick([
      `So ${response}`,
      words(response).slice(1).join(' '),
      `${pen.sentence()} ${response}`,
      response.replace(/^\w+/, `${word}ish`),
    ]),
})

const end = family({
  name: 'ends-with-phrase',
  params: {
    phrase: oneOf(['that is all', 'hope this helps', 'more on this later', 'over to you', 'thank you for asking']),
  },
  phrasings: [
    'End your answer with the words "{{phrase}}".',
    'The last words of your answer must be "{{phrase}}".',
    'Finish the response with "{{phrase}}" and nothing after it but a sign.',
    'Close your reply with the phrase "{{phrase}}", in small or capital letters.',
    'Let "{{phrase}}" be the very last thing you write.',
  ],
  drifts: [
    'Do not end your answer with the words "{{phrase}}".',
    'The last words of your answer must be "{{phraseOther}}".',
    'Leave out the phrase "{{phrase}}".',
  ],
  functions: {
    javascript: {
      right: [
        js`return response.toLowerCase().replace(/\W+$/, '').endsWith('{{phrase}}')`,
        js`return new RegExp('{{phrase}}\\W*$', 'i').test(response)`,
        js`
          const text = response.toLowerCase()
          const at = text.lastIndexOf('{{phrase}}')
          return at !== -1 && !/\w/.test(text.slice(at + '{{phrase}}'.length))`,
      ],
      wrong: {
        'Use the phrase "{{phrase}}" somewhere.': js`return response.toLowerCase().includes('{{phrase}}')`,
        'End your answer with the words "{{phrase}}" in small letters and without a sign after them.': js`return response.endsWith('{{phrase}}')`,
      },
    },
    python: python['ends-with-phrase'],
  },
  holds: ({ phrase }, response) => response.toLowerCase().replace(/\W+$/, '').endsWith(phrase),
  write: ({ phrase }, pen) =>
    pen.prose() +
    pen.pick([
      ` ${phrase[0]?.toUpperCase()}${phrase.slice(1)}.`,
      ` And ${phrase}.`,
      ` So ${phrase}!`,
      ` Well: ${phrase}`,
    ]),
  violate: (_, response, pen) =>
    pen.pick([
      `${response.replace(/\W*$/, '.')} ${pen.sentence()}`,
      words(response).slice(0, -1).join(' '),
      `${response.replace(/\W*$/, '')} now.`,
    ]),
})

const postscript = family({
  name: 'postscript',
  params: { marker: oneOf(['P.S.', 'Postscript:', 'Afterthought:', 'Note:']) },
  phrasings: [
    'Add a line at the end that starts with "{{marker}}" and says something.',
    'The last line of your answer must begin with "{{marker}}" followed by some text.',
    'Close the response with a final line opened by "{{marker}}" and a remark.',
    'After your answer add one more line, as the last one, that begins with "{{marker}}" and holds a remark.',
    'Put a remark introduced by "{{marker}}" on the last line.',
  ],
  drifts: [
    'Do not use "{{marker}}" anywhere.',
    'Begin the last line of your answer with "{{markerOther}}" and a remark.',
    'The last line of your answer must not begin with "{{marker}}".',
  ],
  functions: {
    javascript: {
      right: [
        js`
          const last = response.trim().split('\n').pop().trim()
          return last.startsWith('{{marker}}') && last.length > '{{marker}}'.length`,
        js`
          const lines = response.split('\n').map(line => line.trim()).filter(Boolean)
          const last = lines[lines.length - 1] || ''
          return last.indexOf('{{marker}}') === 0 && last !== '{{marker}}'`,
        js`
          const text = '\n' + response.trim()
          const line = text.slice(text.lastIndexOf('\n') + 1).trimStart()
          return line.slice(0, '{{marker}}'.length) === '{{marker}}' && line.slice('{{marker}}'.length).trim() !== ''`,
      ],
      wrong: {
        'Use "{{marker}}" somewhere.': js`return response.includes('{{marker}}')`,
        'Start some line with "{{marker}}".': js`return response.split('\n').some(line => line.startsWith('{{marker}}'))`,
      },
    },
    python: python.postscript,
  },
  holds: ({ marker }, response) =>
    new RegExp(`^${RegExp.escape(marker)}.*\\S`).test(lines(response).at(-1)?.trim() ?? ''),
  write: ({ marker }, pen) => `${pen.prose()}\n${marker} ${pen.sentence()}`,
  violate: ({ marker }, response, pen) =>
    pen.pick([
      `${response}\n${pen.sentence()}`,
      response.replace(`\n${marker}`, ` ${marker}`),
      response.replace(marker, ''),
    ]),
})

export const startEnd = [start, end, postscript]
