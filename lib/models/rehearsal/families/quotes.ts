import { family } from '../family.ts'
import { count as hits } from '../measures.ts'
import { whole } from '../parameters.ts'
import { js } from '../source.ts'
import { quotes as python } from './python/quotes.ts'

const entire = family({
  name: 'quoted',
  params: {},
  phrasings: [
    'Put your entire answer in double quotation marks.',
    'Begin and end the response with a double quotation mark.',
    'Wrap the whole reply in double quotes.',
    'Open your answer with a double quotation mark and close it with another.',
    'Enclose everything you write in one pair of double quotation marks.',
  ],
  drifts: [
    'Do not use quotation marks.',
    'Begin the response with a letter, not with a quotation mark.',
    'End the response with a full stop and nothing after it.',
  ],
  functions: {
    javascript: {
      right: [
        js`
          const text = response.trim()
          return text.length > 1 && text.startsWith('"') && text.endsWith('"')`,
        js`return /^\s*"[^]*"\s*$/.test(response)`,
        js`
          const signs = [...response.trim()]
          return signs.length >= 2 && signs[0] === '"' && signs.pop() === '"'`,
      ],
      wrong: {
        'Use a double quotation mark somewhere.': js`return response.includes('"')`,
        'Put your entire answer in single quotation marks.': js`return response.startsWith("'") && response.endsWith("'")`,
      },
    },
    python: python.quoted,
  },
  holds: (_, response) => /^"[\s\S]*"$/.test(response.trim()),
  write: (_, pen) => `"${pen.prose()}"`,
  violate: (_, response, pen) =>
    pen.pick([response.slice(0, -1), `${response} ${pen.sentence()}`, `'${response.slice(1, -1)}'`]),
})

const phrases = family({
  name: 'quoted-phrases-exactly',
  params: { count: whole(2, 3) },
  phrasings: [
    'Put exactly {{countInWords}} phrases between double quotation marks.',
    'Your answer must contain {{count}} quoted phrases, each in a pair of double quotes.',
    'Quote precisely {{countInWords}} words or phrases, using double quotation marks.',
    'Use {{count}} pairs of double quotation marks, no more and no fewer.',
    'The number of phrases in double quotes must be {{countInWords}}.',
  ],
  drifts: [
    'Do not use double quotation marks.',
    'Use more than {{count}} pairs of double quotation marks.',
    'The number of phrases in double quotes must be {{countOther}}.',
  ],
  functions: {
    javascript: {
      right: [
        js`return (response.match(/"/g) || []).length === 2 * {{count}}`,
        js`return response.split('"').length - 1 === {{count}} * 2`,
        js`
          let marks = 0
          for (const sign of response) if (sign === '"') marks++
          return marks % 2 === 0 && marks / 2 === {{count}}`,
      ],
      wrong: {
        'Put at least {{countInWords}} phrases between double quotation marks.': js`return (response.match(/"[^"]*"/g) || []).length >= {{count}}`,
        'Use exactly {{countInWords}} double quotation marks.': js`return response.split('"').length - 1 === {{count}}`,
      },
    },
    python: python['quoted-phrases-exactly'],
  },
  holds: ({ count }, response) => hits(response, /"/g) === 2 * count,
  write: ({ count }, pen) =>
    Array.from(
      { length: count },
      () => `The "${pen.bare(2)[1]}" ${pen.bare(4).slice(3).join(' ')} ${pen.bare(3).join(' ')}.`,
    ).join(' '),
  violate: (_, response, pen) =>
    pen.pick([response.replace('"', ''), `${response} So "it" ${pen.bare(4)[3]}.`, response.replaceAll('"', "'")]),
})

export const quotes = [entire, phrases]
