import { family } from '../family.ts'
import { lines } from '../measures.ts'
import { whole } from '../parameters.ts'
import { js } from '../source.ts'
import { lists as python } from './python/lists.ts'

const bullets = family({
  name: 'bullets-exactly',
  params: { count: whole(2, 7) },
  phrasings: [
    'Give exactly {{countInWords}} bullet points, each on a line that starts with "- ".',
    'Your answer must contain {{count}} bullets; begin the line of each with "- ".',
    'Use {{countInWords}} bullet points, no more and no fewer, marked by "- " at the start of the line.',
    'Include a list of exactly {{count}} items, every item on its own line after "- ".',
    'The number of lines starting with "- " must be {{countInWords}}.',
  ],
  drifts: [
    'Do not use any bullet points.',
    'Give exactly {{countOther}} bullet points, each on a line that starts with "- ".',
    'Write in flowing text without a list.',
  ],
  functions: {
    javascript: {
      right: [
        js`return response.split('\n').filter(line => line.startsWith('- ')).length === {{count}}`,
        js`return (response.match(/^- /gm) || []).length === {{count}}`,
        js`return ('\n' + response).split('\n- ').length === {{countMore}}`,
      ],
      wrong: {
        'Give at least {{countInWords}} bullet points.': js`return response.split('\n').filter(line => line.startsWith('- ')).length >= {{count}}`,
        'Give exactly {{countInWords}} bullet points, each starting with a star.': js`return response.split('\n').filter(line => line.startsWith('* ')).length === {{count}}`,
        'Answer on exactly {{countInWords}} lines.': js`return response.split('\n').length === {{count}}`,
      },
    },
    python: python['bullets-exactly'],
  },
  holds: ({ count }, response) => response.split('\n').filter(line => line.startsWith('- ')).length === count,
  write: ({ count }, pen) => {
    const list = pen
      .sentences(count)
      .map(item => `- ${item}`)
      .join('\n')
    return pen.pick([list, `${pen.sentence()}\n${list}`, `${list}\n\n${pen.sentence()}`])
  },
  violate: (_, response, pen) =>
    pen.pick([`${response}\n- ${pen.sentence()}`, response.replace('- ', ''), response.replaceAll('- ', '* ')]),
})

const numbered = family({
  name: 'numbered-list',
  params: { count: whole(2, 7) },
  phrasings: [
    'Give a numbered list of exactly {{countInWords}} items, written "1.", "2." and so on at the start of the lines.',
    'Your answer must be a list numbered from 1. to {{count}}., one item on each line.',
    'Number the lines of your answer from "1." up to "{{count}}.", and number no others.',
    'Write {{countInWords}} numbered points; each starts a new line with its number, a full stop and a space.',
    'Make a list with the numbers 1. to {{count}}. in order, each number at the beginning of a line.',
  ],
  drifts: [
    'Do not number anything in your answer.',
    'Give a numbered list of exactly {{countOther}} items, written "1.", "2." and so on at the start of the lines.',
    'Start no line of your answer with a number.',
  ],
  functions: {
    javascript: {
      right: [
        js`
          const numbers = (response.match(/^\d+(?=\. )/gm) || []).map(Number)
          return numbers.length === {{count}} && numbers.every((number, i) => number === i + 1)`,
        js`
          let next = 1
          for (const line of response.split('\n')) {
            const found = /^(\d+)\. /.exec(line)
            if (!found) continue
            if (Number(found[1]) !== next) return false
            next++
          }
          return next === {{countMore}}`,
        js`
          const lines = response.split('\n').filter(line => /^\d+\. /.test(line))
          const wanted = Array.from({ length: {{count}} }, (_, i) => i + 1)
          return lines.map(line => parseInt(line, 10)).join() === wanted.join()`,
      ],
      wrong: {
        'Give a list in which at least {{countInWords}} lines are numbered.': js`return (response.match(/^\d+\. /gm) || []).length >= {{count}}`,
        'Give a list numbered with a bracket after each number, up to {{count}}).': js`return (response.match(/^\d+\) /gm) || []).length === {{count}}`,
      },
    },
    python: python['numbered-list'],
  },
  holds: ({ count }, response) => {
    const numbers = lines(response).flatMap(line => /^(\d+)\. /.exec(line)?.[1] ?? [])
    return numbers.length === count && numbers.every((number, at) => Number(number) === at + 1)
  },
  write: ({ count }, pen) =>
    pen
      .sentences(count)
      .map((item, at) => `${at + 1}. ${item}`)
      .join('\n'),
  violate: ({ count }, response, pen) =>
    pen.pick([
      `${response}\n${count + 1}. ${pen.sentence()}`,
      lines(response).slice(0, -1).join('\n'),
      response.replace(/^2\. /m, '3. '),
      response.replaceAll(/^(\d+)\. /gm, '$1) '),
    ]),
})

export const lists = [bullets, numbered]
