import { family } from '../family.ts'
import { count as hits } from '../measures.ts'
import { whole } from '../parameters.ts'
import { js } from '../source.ts'
import { signs as python } from './python/signs.ts'

const commas = family({
  name: 'no-commas',
  params: {},
  phrasings: [
    'Do not use any commas.',
    'Your answer must not contain a comma.',
    'Write the whole response without commas.',
    'Avoid commas altogether.',
    'There must be no comma anywhere in your reply.',
  ],
  drifts: [
    'Use at least one comma.',
    'Your answer must contain a comma.',
    'Put a comma into every sentence and write at least one sentence.',
  ],
  functions: {
    javascript: {
      right: [
        js`return !response.includes(',')`,
        js`return response.split(',').length === 1`,
        js`return [...response].every(sign => sign !== ',')`,
      ],
      wrong: {
        'Do not end the answer with a comma.': js`return !response.trim().endsWith(',')`,
        'Use neither commas nor full stops.': js`return !/[,.]/.test(response)`,
        'Use at most one comma.': js`return response.split(',').length <= 2`,
      },
    },
    python: python['no-commas'],
  },
  holds: (_, response) => !response.includes(','),
  write: (_, pen) => pen.prose(),
  violate: (_, response, pen) =>
    pen.pick([response.replace(' ', ', '), response.replaceAll('. ', ', '), `${response} So, ${pen.sentence()}`]),
})

const semicolons = family({
  name: 'semicolons-at-least',
  params: { count: whole(2, 4) },
  phrasings: [
    'Use at least {{countInWords}} semicolons.',
    'Your answer must contain {{count}} or more semicolons.',
    'Put in no fewer than {{countInWords}} semicolons.',
    'Let the sign ";" stand {{count}} times or more in the response.',
    'Write a minimum of {{countInWords}} semicolons.',
  ],
  drifts: [
    'Do not use any semicolons.',
    'Use fewer than {{countInWords}} semicolons.',
    'Your answer must contain at most {{countLess}} semicolons.',
  ],
  functions: {
    javascript: {
      right: [
        js`return response.split(';').length > {{count}}`,
        js`return (response.match(/;/g) || []).length >= {{count}}`,
        js`return Array.from(response).filter(sign => sign === ';').length >= {{count}}`,
      ],
      wrong: {
        'Use more than {{countInWords}} semicolons.': js`return (response.match(/;/g) || []).length > {{count}}`,
        'Use at least {{countInWords}} colons or semicolons.': js`return (response.match(/[:;]/g) || []).length >= {{count}}`,
      },
    },
    python: python['semicolons-at-least'],
  },
  holds: ({ count }, response) => hits(response, /;/g) >= count,
  write: ({ count }, pen) =>
    `${Array.from({ length: count + 1 + pen.pick([0, 0, 1]) }, () => pen.bare(pen.whole(4, 6)).join(' ')).join('; ')}.`,
  violate: (_, response, pen) =>
    pen.pick([response.replaceAll(/;(?=[^;]*;)/g, ':'), response.replaceAll(';', '.'), response.replaceAll(';', ':')]),
})

const hashtags = family({
  name: 'hashtags-exactly',
  params: { count: whole(2, 5) },
  phrasings: [
    'Include exactly {{countInWords}} hashtags.',
    'Your answer must contain {{count}} hashtags such as #example, no more and no fewer.',
    'Add precisely {{countInWords}} hashtags to the response.',
    'The number of hashtags you write must be {{count}}.',
    'Use {{countInWords}} hashtags, neither more nor less.',
  ],
  drifts: [
    'Do not use any hashtags.',
    'Include more than {{countInWords}} hashtags.',
    'The number of hashtags you write must be {{countOther}}.',
  ],
  functions: {
    javascript: {
      right: [
        js`return (response.match(/(?<!\S)#\w+/g) || []).length === {{count}}`,
        js`return response.split(/\s+/).filter(word => /^#\w/.test(word)).length === {{count}}`,
        js`
          let found = 0
          for (let i = 0; i < response.length; i++) {
            const starts = i === 0 || /\s/.test(response[i - 1])
            if (starts && response[i] === '#' && /\w/.test(response[i + 1] || '')) found++
          }
          return found === {{count}}`,
      ],
      wrong: {
        'Include at least {{countInWords}} hashtags.': js`return response.split(/\s+/).filter(word => /^#\w/.test(word)).length >= {{count}}`,
        'Use the sign "#" exactly {{countInWords}} times.': js`return response.split('#').length - 1 === {{count}}`,
        'End with a hashtag.': js`return /#\w+$/.test(response.trim())`,
      },
    },
    python: python['hashtags-exactly'],
  },
  holds: ({ count }, response) => hits(response, /(?<!\S)#\w+/g) === count,
  write: ({ count }, pen) => {
    const tags = Array.from({ length: count }, () => `#${pen.bare(2)[1]}`).join(' ')
    return pen.pick([`${pen.prose()} ${tags}`, `${tags} ${pen.prose()}`, `${pen.sentence()} We use C#. ${tags}`])
  },
  violate: (_, response, pen) =>
    pen.pick([
      `${response} #${pen.bare(2)[1]}`,
      response.replace('#', ''),
      response.replace(' #', ' # ').replace(/^#/, '# '),
    ]),
})

export const signs = [commas, semicolons, hashtags]
