import { family } from '../family.ts'
import { count as hits } from '../measures.ts'
import { oneOf, whole } from '../parameters.ts'
import { js } from '../source.ts'
import { marks as python } from './python/marks.ts'

const questions = family({
  name: 'question-marks-exactly',
  params: { count: whole(2, 4) },
  phrasings: [
    'Use exactly {{countInWords}} question marks.',
    'Your answer must contain {{count}} question marks, no more and no fewer.',
    'Let the sign "?" stand precisely {{countInWords}} times in the response.',
    'The number of question marks you write must be {{count}}.',
    'Put in {{countInWords}} question marks, neither more nor less.',
  ],
  drifts: [
    'Do not use any question marks.',
    'Use more than {{countInWords}} question marks.',
    'The number of question marks you write must be {{countOther}}.',
  ],
  functions: {
    javascript: {
      right: [
        js`return response.split('?').length - 1 === {{count}}`,
        js`return (response.match(/\?/g) || []).length === {{count}}`,
        js`
          let at = -1
          let found = 0
          while ((at = response.indexOf('?', at + 1)) !== -1) found++
          return found === {{count}}`,
      ],
      wrong: {
        'Use at least {{countInWords}} question marks.': js`return response.split('?').length - 1 >= {{count}}`,
        'Use exactly {{countLess}} question marks.': js`return response.split('?').length === {{count}}`,
      },
    },
    python: python['question-marks-exactly'],
  },
  holds: ({ count }, response) => hits(response, /\?/g) === count,
  write: ({ count }, pen) => {
    const asked = pen.sentences(count).map(sentence => sentence.replace('.', '?'))
    return (pen.random() < 0.5 ? [...asked, pen.sentence()] : [pen.sentence(), ...asked]).join(' ')
  },
  violate: (_, response, pen) =>
    pen.random() < 0.5 ? response.replace('?', '.') : `${response} ${pen.sentence().replace('.', '?')}`,
})

const exclamations = family({
  name: 'exclamation-marks-at-most',
  params: { count: whole(2, 4) },
  phrasings: [
    'Use at most {{countInWords}} exclamation marks.',
    'Your answer must not contain more than {{count}} exclamation marks.',
    'Let the sign "!" stand no more than {{countInWords}} times in the response.',
    'Limit yourself to {{count}} exclamation marks or fewer.',
    'The number of exclamation marks you write may be {{countInWords}} or less.',
  ],
  drifts: [
    'Use more than {{countInWords}} exclamation marks.',
    'Your answer must contain at least {{countMore}} exclamation marks.',
    'Let the sign "!" stand {{countMore}} or more times in the response.',
  ],
  functions: {
    javascript: {
      right: [
        js`return response.split('!').length <= {{countMore}}`,
        js`return (response.match(/!/g) || []).length <= {{count}}`,
        js`
          let left = {{count}}
          for (const sign of response) if (sign === '!') left -= 1
          return left >= 0`,
      ],
      wrong: {
        'Use fewer than {{countInWords}} exclamation marks.': js`return (response.match(/!/g) || []).length < {{count}}`,
        'Use at least one but at most {{countInWords}} exclamation marks.': js`
          const found = response.split('!').length - 1
          return found > 0 && found <= {{count}}`,
        'Use exactly {{countInWords}} exclamation marks.': js`return (response.match(/!/g) || []).length === {{count}}`,
      },
    },
    python: python['exclamation-marks-at-most'],
  },
  holds: ({ count }, response) => hits(response, /!/g) <= count,
  write: ({ count }, pen) => {
    const called = pen.sentences(pen.pick([0, count - 1, count, count])).map(sentence => sentence.replace('.', '!'))
    return [pen.sentence(), ...called].join(' ')
  },
  violate: ({ count }, response, pen) =>
    `${response} ${pen
      .sentences(count + pen.whole(0, 1))
      .join(' ')
      .replaceAll('.', '!')} ${pen.sentence(3).replace('.', '!')}`,
})

const once = family({
  name: 'sign-once',
  params: { sign: oneOf(['colon (:)', 'slash (/)', 'percent sign (%)', 'ampersand (&)']) },
  phrasings: [
    'Use exactly one {{sign}}.',
    'Your answer must contain one {{sign}}, no more and no fewer.',
    'Put a single {{sign}} into the response, neither more nor less.',
    'Let precisely one {{sign}} appear in your reply.',
    'Write the {{sign}} once and only once.',
  ],
  drifts: [
    'Do not use the {{sign}}.',
    'Use at least two of the following sign: {{sign}}.',
    'Write the {{sign}} more than once.',
  ],
  functions: {
    javascript: {
      right: [
        js`
          const sign = '{{sign}}'.slice(-2, -1)
          return response.split(sign).length === 2`,
        js`
          const sign = '{{sign}}'.at(-2)
          return response.includes(sign) && response.indexOf(sign) === response.lastIndexOf(sign)`,
        js`
          const [, sign] = /\((.)\)$/.exec('{{sign}}')
          return [...response].filter(character => character === sign).length === 1`,
      ],
      wrong: {
        'Use at least one {{sign}}.': js`return response.includes('{{sign}}'.at(-2))`,
        'Use at most one {{sign}}.': js`return response.split('{{sign}}'.at(-2)).length <= 2`,
      },
    },
    python: python['sign-once'],
  },
  holds: ({ sign }, response) => response.split(sign.at(-2) ?? '').length === 2,
  write: ({ sign }, pen) => `${pen.sentence().slice(0, -1)} ${sign.at(-2)} ${pen.bare(4).join(' ')}. ${pen.sentence()}`,
  violate: ({ sign }, response, pen) =>
    pen.pick([response.replace(sign.at(-2) ?? '', ''), `${response} And ${sign.at(-2)} again.`]),
})

export const marks = [questions, exclamations, once]
