import { family } from '../family.ts'
import { count as hits, lines } from '../measures.ts'
import { whole } from '../parameters.ts'
import { capital } from '../pen.ts'
import { js } from '../source.ts'
import { brackets as python } from './python/brackets.ts'

const title = family({
  name: 'title-in-brackets',
  params: {},
  phrasings: [
    'Begin with a title in square brackets on a line of its own.',
    'The first line of your answer must be a title between [ and ].',
    'Put a title in square brackets, alone on the first line.',
    'Open the response with one line that holds nothing but a title in square brackets.',
    'Your answer must start with a line like [Title], where the title is your own.',
  ],
  drifts: [
    'Do not give the answer a title.',
    'Do not use square brackets anywhere.',
    'Put the title at the very end of your answer instead of on the first line.',
  ],
  functions: {
    javascript: {
      right: [
        js`return /^\[[^\[\]]+\]$/.test(response.split('\n')[0].trim())`,
        js`
          const line = response.split('\n')[0].trim()
          const inner = line.slice(1, -1)
          return line.length > 2 && line[0] === '[' && line.at(-1) === ']' && !inner.includes('[') && !inner.includes(']')`,
        js`return /^[^\S\n]*\[[^\[\]\n]+\][^\S\n]*(\n|$)/.test(response)`,
      ],
      wrong: {
        'Use square brackets somewhere.': js`return /\[[^\]]+\]/.test(response)`,
        'Begin with an opening square bracket.': js`return response.startsWith('[')`,
      },
    },
    python: python['title-in-brackets'],
  },
  holds: (_, response) => /^\[[^[\]]+\]$/.test(response.split('\n')[0]?.trim() ?? ''),
  write: (_, pen) => `[${pen.bare(3).map(capital).join(' ')}]\n${pen.prose()}`,
  violate: (_, response, pen) =>
    pen.pick([
      response.replace('\n', ' '),
      response.replace(/^\[(.*)\]/, '$1'),
      `${lines(response).slice(1).join('\n')}\n${lines(response)[0]}`,
    ]),
})

const placeholders = family({
  name: 'placeholders-at-least',
  params: { count: whole(2, 5) },
  phrasings: [
    'Include at least {{countInWords}} placeholders in square brackets, such as [name].',
    'Your answer must contain {{count}} or more placeholders like [address].',
    'Leave no fewer than {{countInWords}} gaps to fill in, each written as a word in square brackets.',
    'Use a minimum of {{count}} placeholders of the form [item].',
    'Write {{countInWords}} placeholders or more, every one enclosed in square brackets.',
  ],
  drifts: [
    'Do not use any placeholders in square brackets.',
    'Include fewer than {{countInWords}} placeholders in square brackets, such as [name].',
    'Write without square brackets.',
  ],
  functions: {
    javascript: {
      right: [
        js`return (response.match(/\[[^\[\]]+\]/g) || []).length >= {{count}}`,
        js`
          let found = 0
          let open = -1
          for (let i = 0; i < response.length; i++) {
            if (response[i] === '[') open = i
            else if (response[i] === ']') {
              if (open !== -1 && i - open > 1) found++
              open = -1
            }
          }
          return found >= {{count}}`,
        js`return response.replace(/\[[^\[\]]+\]/g, '\0').split('\0').length > {{count}}`,
      ],
      wrong: {
        'Include more than {{countInWords}} placeholders in square brackets.': js`return (response.match(/\[[^\[\]]+\]/g) || []).length > {{count}}`,
        'Include at least {{countInWords}} placeholders in curly brackets.': js`return (response.match(/\{[^{}]+\}/g) || []).length >= {{count}}`,
      },
    },
    python: python['placeholders-at-least'],
  },
  holds: ({ count }, response) => hits(response, /\[[^[\]]+\]/g) >= count,
  write: ({ count }, pen) =>
    Array.from({ length: count + pen.pick([0, 0, 2]) }, () => `The [${pen.bare(2)[1]}] ${pen.bare(4).join(' ')}.`).join(
      ' ',
    ),
  violate: (_, response, pen) =>
    pen.random() < 0.5
      ? response.replaceAll(/\[(\w+)\](?=[^[]+\[)/g, '$1')
      : response.replaceAll('[', '{').replaceAll(']', '}'),
})

export const brackets = [title, placeholders]
