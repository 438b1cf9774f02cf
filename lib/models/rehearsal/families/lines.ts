import { family } from '../family.ts'
import { lines as linesOf } from '../measures.ts'
import { oneOf, whole } from '../parameters.ts'
import { js } from '../source.ts'
import { lines as python } from './python/lines.ts'

const lineCount = family({
  name: 'lines-exactly',
  params: { count: whole(3, 7) },
  phrasings: [
    'Answer on exactly {{countInWords}} lines, not counting empty ones.',
    'Your answer must have {{count}} lines that are not empty.',
    'Spread the response over {{countInWords}} lines; empty lines do not count.',
    'Write {{count}} lines of text, no more and no fewer, empty lines aside.',
    'The number of lines with text in your reply must be {{countInWords}}.',
  ],
  drifts: [
    'Write the whole answer on one line.',
    'Answer on exactly {{countOther}} lines, not counting empty ones.',
    'Your answer must have more than {{count}} lines that are not empty.',
  ],
  functions: {
    javascript: {
      right: [
        js`return response.split('\n').filter(line => line.trim() !== '').length === {{count}}`,
        js`return (response.match(/^.*\S.*$/gm) || []).length === {{count}}`,
        js`
          let filled = 0
          for (const line of response.split('\n')) if (/\S/.test(line)) filled += 1
          return filled === {{count}}`,
      ],
      wrong: {
        'Break the line exactly {{countInWords}} times.': js`return response.split('\n').length - 1 === {{count}}`,
        'Answer in exactly {{countInWords}} sentences.': js`return (response.match(/[.!?](?=\s|$)/g) || []).length === {{count}}`,
      },
    },
    python: python['lines-exactly'],
  },
  holds: ({ count }, response) => linesOf(response).length === count,
  write: ({ count }, pen) => pen.sentences(count).join(pen.pick(['\n', '\n', '\n\n'])),
  violate: ({ count }, response, pen) =>
    pen.pick([
      `${response}\n${pen.sentence()}`,
      linesOf(response)
        .slice(0, count - 1)
        .join('\n'),
      linesOf(response).join(' '),
    ]),
})

const sections = family({
  name: 'sections-exactly',
  params: { count: whole(2, 5), heading: oneOf(['Section', 'Part', 'Chapter', 'Step']) },
  phrasings: [
    'Divide your answer into {{countInWords}} sections headed "{{heading}} 1", "{{heading}} 2" and so on, each heading on its own line.',
    'Write exactly {{count}} headings of the form "{{heading}} 1", numbered upwards, each alone on a line.',
    'Your answer must have {{countInWords}} parts, each under a line that says "{{heading}}" and its number and nothing else.',
    'Put the lines "{{heading}} 1" to "{{heading}} {{count}}" above the {{countInWords}} parts of the response.',
    'Structure the reply with {{count}} numbered headings; every heading is a line with "{{heading}}" and a number alone.',
  ],
  drifts: [
    'Do not use any headings.',
    'Write exactly {{countOther}} headings of the form "{{heading}} 1", numbered upwards, each alone on a line.',
    'Leave out all headings of the form "{{heading}} 1".',
  ],
  functions: {
    javascript: {
      right: [
        js`
          const heads = response.split('\n').map(line => line.trim()).filter(line => /^{{heading}} \d+$/.test(line))
          return heads.length === {{count}} && heads.every((head, i) => head === '{{heading}} ' + (i + 1))`,
        js`
          let next = 1
          for (const line of response.split('\n')) {
            const found = line.trim().match(/^{{heading}} (\d+)$/)
            if (found && found[1] !== String(next++)) return false
          }
          return next - 1 === {{count}}`,
        js`
          const numbers = [...response.matchAll(/^[^\S\n]*{{heading}} (\d+)[^\S\n]*$/gm)].map(found => found[1])
          return numbers.join('/') === Array.from({ length: {{count}} }, (_, i) => i + 1).join('/')`,
      ],
      wrong: {
        'Use the word "{{heading}}" exactly {{countInWords}} times.': js`return response.split('{{heading}}').length - 1 === {{count}}`,
        'Write at least {{count}} headings of the form "{{heading}} 1".': js`return (response.match(/^{{heading}} \d+$/gm) || []).length >= {{count}}`,
      },
    },
    python: python['sections-exactly'],
  },
  holds: ({ count, heading }, response) => {
    const pattern = new RegExp(`^${heading} (\\d+)$`)
    const numbers = response.split('\n').flatMap(line => pattern.exec(line.trim())?.[1] ?? [])
    return numbers.length === count && numbers.every((number, at) => number === String(at + 1))
  },
  write: ({ count, heading }, pen) =>
    pen
      .sentences(count)
      .map((text, at) => `${heading} ${at + 1}\n${text}`)
      .join('\n') + pen.pick(['', ` This ${heading} is the last.`]),
  violate: ({ count, heading }, response, pen) =>
    pen.pick([
      `${response}\n${heading} ${count + 1}\n${pen.sentence()}`,
      response.replace(`${heading} ${count}\n`, ''),
      `${response} See the other ${heading}.`.replace(`${heading} ${count}\n`, `${heading} ${count}: `),
    ]),
})

export const lines = [lineCount, sections]
