import { family } from '../family.ts'
import { count as hits } from '../measures.ts'
import { oneOf, whole } from '../parameters.ts'
import { js } from '../source.ts'
import { numbers as python } from './python/numbers.ts'

const atLeast = family({
  name: 'numbers-at-least',
  params: { count: whole(2, 5) },
  phrasings: [
    'Include at least {{countInWords}} numbers written in digits.',
    'Your answer must contain {{count}} or more numbers in digits.',
    'Write no fewer than {{countInWords}} numbers with digits.',
    'Use a minimum of {{count}} numerals, such as 7 or 42.',
    'Let {{countInWords}} or more numbers in digits appear in the response.',
  ],
  drifts: [
    'Do not use any digits.',
    'Include fewer than {{countInWords}} numbers written in digits.',
    'Write all numbers as words and use no digits.',
  ],
  functions: {
    javascript: {
      right: [
        js`return (response.match(/\d+/g) || []).length >= {{count}}`,
        js`return response.split(/\D+/).filter(Boolean).length >= {{count}}`,
        js`
          let found = 0
          let inside = false
          for (const sign of response) {
            const digit = sign >= '0' && sign <= '9'
            if (digit && !inside) found++
            inside = digit
          }
          return found > {{countLess}}`,
      ],
      wrong: {
        'Use at least {{countInWords}} digits.': js`return (response.match(/\d/g) || []).length >= {{count}}`,
        'Include more than {{countInWords}} numbers written in digits.': js`return (response.match(/\d+/g) || []).length > {{count}}`,
      },
    },
    python: python['numbers-at-least'],
  },
  holds: ({ count }, response) => hits(response, /\d+/g) >= count,
  write: ({ count }, pen) =>
    Array.from(
      { length: count + pen.pick([0, 0, 1]) },
      () => `The ${pen.bare(2)[1]} ${pen.bare(4)[3]} ${pen.whole(2, 400)} of these.`,
    ).join(' '),
  violate: ({ count }, response, pen) => {
    let left = pen.pick([count - 1, count - 1, 0])
    return response.replaceAll(/\d+/g, found => (left-- > 0 ? found : 'some'))
  },
})

const none = family({
  name: 'no-digits',
  params: {},
  phrasings: [
    'Do not use any digits.',
    'Your answer must not contain a digit.',
    'Write every number as a word and use no digits.',
    'Avoid the signs 0 to 9 altogether.',
    'There must be no digit anywhere in your reply.',
  ],
  drifts: [
    'Use at least one digit.',
    'Your answer must contain a number in digits.',
    'Begin your answer with a digit.',
  ],
  functions: {
    javascript: {
      right: [
        js`return !/\d/.test(response)`,
        js`return response.replace(/[0-9]/g, '') === response`,
        js`return [...response].every(sign => sign < '0' || sign > '9')`,
      ],
      wrong: {
        'Do not use any number of two or more digits.': js`return !/\d\d/.test(response)`,
        'Do not begin with a digit.': js`return !/^\d/.test(response)`,
        'Use nothing but letters and spaces.': js`return /^[A-Za-z ]*$/.test(response)`,
      },
    },
    python: python['no-digits'],
  },
  holds: (_, response) => !/\d/.test(response),
  write: (_, pen) => pen.prose(),
  violate: (_, response, pen) =>
    pen.pick([
      `${response} It takes ${pen.whole(2, 9)} days.`,
      response.replace('. ', ' in 2024. '),
      `${pen.whole(2, 99)} ways: ${response}`,
    ]),
})

const date = family({
  name: 'date-in-form',
  params: { form: oneOf(['YYYY-MM-DD', 'DD/MM/YYYY', 'DD.MM.YYYY', 'MM/DD/YY']) },
  phrasings: [
    'Include a date in the form {{form}}.',
    'Your answer must contain at least one date written as {{form}}.',
    'Write one date or more in the format {{form}}.',
    'Mention some date, in digits, in exactly this form: {{form}}.',
    'Somewhere in the response there must be a date of the form {{form}}.',
  ],
  drifts: ['Do not use any digits.', 'Do not write a date in the form {{form}}.', 'Leave out all dates.'],
  functions: {
    javascript: {
      right: [
        js`
          const pattern = '{{form}}'.replace(/[.]/g, '[.]').replace(/[YMD]/g, '[0-9]')
          return new RegExp('(?<![0-9])' + pattern + '(?![0-9])').test(response)`,
        js`
          const shape = response.replace(/\d/g, '0')
          const wanted = '{{form}}'.replace(/[A-Z]/g, '0')
          return shape.split(wanted).slice(0, -1).some((before, i) => !before.endsWith('0') && !shape.split(wanted)[i + 1].startsWith('0'))`,
        js`
          const wanted = '{{form}}'
          for (let at = 0; at + wanted.length <= response.length; at++) {
            const fits = [...wanted].every((sign, i) => (/[A-Z]/.test(sign) ? /\d/.test(response[at + i]) : response[at + i] === sign))
            if (fits && !/\d/.test(response[at - 1] || '') && !/\d/.test(response[at + wanted.length] || '')) return true
          }
          return false`,
      ],
      wrong: {
        'Write the letters {{form}}.': js`return response.includes('{{form}}')`,
        'Write a number of two digits or more somewhere, though {{form}} is not needed.': js`return '{{form}}'.length > 0 && /\d\d/.test(response)`,
      },
    },
    python: python['date-in-form'],
  },
  holds: ({ form }, response) =>
    new RegExp(`(?<!\\d)${form.replaceAll('.', '\\.').replaceAll(/[YMD]/g, '\\d')}(?!\\d)`).test(response),
  write: ({ form }, pen) => {
    const date = form
      .replace('YYYY', '2024')
      .replace('YY', '24')
      .replace('MM', `0${pen.whole(1, 9)}`)
      .replace('DD', String(pen.whole(10, 28)))
    return `${pen.sentence().slice(0, -1)} on ${date}. ${pen.sentence()}`
  },
  violate: (_, response, pen) =>
    pen.pick([
      response.replace(/\d(?=\D|$)/, ''),
      response.replaceAll(/[-/.](?=\d)/g, ' '),
      response.replaceAll(/\d/g, 'x'),
    ]),
})

export const numbers = [atLeast, none, date]
