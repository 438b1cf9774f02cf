import { family } from '../family.ts'
import { count as hits } from '../measures.ts'
import { whole } from '../parameters.ts'
import { js } from '../source.ts'
import { parentheses as python } from './python/parentheses.ts'

const atLeast = family({
  name: 'parentheses-at-least',
  params: { count: whole(2, 4) },
  phrasings: [
    'Put at least {{countInWords}} remarks in round brackets.',
    'Your answer must contain {{count}} or more pairs of parentheses with text inside.',
    'Use round brackets around no fewer than {{countInWords}} phrases.',
    'Include a minimum of {{count}} asides in parentheses.',
    'Write {{countInWords}} or more phrases in (round brackets).',
  ],
  drifts: [
    'Do not use round brackets.',
    'Your answer must contain fewer than {{count}} pairs of parentheses with text inside.',
    'Write without any parentheses.',
  ],
  functions: {
    javascript: {
      right: [
        js`return (response.match(/\([^()]+\)/g) || []).length >= {{count}}`,
        js`
          let found = 0
          let open = -1
          for (let i = 0; i < response.length; i++) {
            if (response[i] === '(') open = i
            if (response[i] === ')') {
              if (open >= 0 && i > open + 1) found++
              open = -1
            }
          }
          return found >= {{count}}`,
        js`return response.replace(/\([^()]+\)/g, '\0').split('\0').length - 1 >= {{count}}`,
      ],
      wrong: {
        'Put more than {{countInWords}} remarks in round brackets.': js`return (response.match(/\([^()]+\)/g) || []).length > {{count}}`,
        'Use at least {{countInWords}} opening round brackets.': js`return response.split('(').length > {{count}}`,
      },
    },
    python: python['parentheses-at-least'],
  },
  holds: ({ count }, response) => hits(response, /\([^()]+\)/g) >= count,
  write: ({ count }, pen) =>
    Array.from(
      { length: count + pen.pick([0, 0, 1]) },
      () => `${pen.sentence().slice(0, -1)} (${pen.bare(3).join(' ')}).`,
    ).join(' '),
  violate: (_, response, pen) =>
    pen.pick([
      response.replaceAll(')', ''),
      response.replaceAll(/[()]/g, ''),
      response.replaceAll(/\(([^()]*)\)(?=[^(]*\()/g, '$1'),
    ]),
})

export const parentheses = [atLeast]
