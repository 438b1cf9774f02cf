import { family } from '../family.ts'
import { paragraphs } from '../measures.ts'
import { oneOf, whole } from '../parameters.ts'
import { js } from '../source.ts'
import { structure as python } from './python/structure.ts'

const blocks = family({
  name: 'paragraphs-exactly',
  params: { count: whole(2, 5) },
  phrasings: [
    'Answer in exactly {{countInWords}} paragraphs separated by blank lines.',
    'Your answer must have {{count}} paragraphs with a blank line between them.',
    'Divide the response into {{countInWords}} paragraphs; leave one line empty between two paragraphs.',
    'Write {{count}} paragraphs, no more and no fewer, each set apart by a blank line.',
    'Let the reply consist of {{countInWords}} blocks of text with empty lines between them.',
  ],
  drifts: [
    'Answer in exactly {{countOther}} paragraphs separated by blank lines.',
    'Write the whole answer as a single paragraph.',
    'Your answer must have more than {{countInWords}} paragraphs separated by blank lines.',
  ],
  functions: {
    javascript: {
      right: [
        js`return response.split(/\n\s*\n/).filter(block => block.trim() !== '').length === {{count}}`,
        js`
          let blocks = 0
          let open = false
          for (const line of response.split('\n')) {
            const blank = line.trim() === ''
            if (!blank && !open) blocks++
            open = !blank
          }
          return blocks === {{count}}`,
        js`
          const text = response.trim()
          if (!text) return false
          return (text.match(/\n\s*\n/g) || []).length + 1 === {{count}}`,
      ],
      wrong: {
        'Answer on exactly {{countInWords}} lines.': js`return response.split('\n').length === {{count}}`,
        'Answer in at least {{countInWords}} paragraphs.': js`return response.split(/\n\s*\n/).length >= {{count}}`,
      },
    },
    python: python['paragraphs-exactly'],
  },
  holds: ({ count }, response) => paragraphs(response).length === count,
  write: ({ count }, pen) => Array.from({ length: count }, () => pen.sentences(pen.whole(1, 2)).join(' ')).join('\n\n'),
  violate: ({ count }, response, pen) =>
    pen.pick([
      `${response}\n\n${pen.sentence()}`,
      paragraphs(response)
        .slice(0, count - 1)
        .join('\n\n'),
      response.replace('\n\n', '\n'),
    ]),
})

const divided = family({
  name: 'divided-by',
  params: { count: whole(2, 4), divider: oneOf(['***', '---', '=====', '~~~']) },
  phrasings: [
    'Write {{count}} parts separated by a line that holds only {{divider}}.',
    'Divide the answer into {{countInWords}} parts with the divider {{divider}} on a line of its own between them.',
    'Your answer must have {{count}} parts; between two parts put a line with nothing but {{divider}} on it.',
    'Separate the {{countInWords}} parts of your response with {{divider}}, each time alone on its line.',
    'Give {{countInWords}} pieces of text and set a line reading {{divider}} between each two.',
  ],
  drifts: [
    'Do not use the divider {{divider}} anywhere.',
    'Write {{countOther}} parts separated by a line that holds only {{divider}}.',
    'Write everything in one part, without any divider.',
  ],
  functions: {
    javascript: {
      right: [
        js`
          const parts = response.split('\n').map(line => line.trim() === '{{divider}}' ? '\0' : line).join('\n').split('\0')
          return parts.length === {{count}} && parts.every(part => part.trim() !== '')`,
        js`
          const filled = [false]
          for (const line of response.split('\n')) {
            if (line.trim() === '{{divider}}') filled.push(false)
            else if (line.trim()) filled[filled.length - 1] = true
          }
          return filled.length === {{count}} && !filled.includes(false)`,
        js`
          const lines = response.split('\n').map(line => line.trim()).filter(Boolean)
          const at = lines.flatMap((line, i) => (line === '{{divider}}' ? [i] : []))
          if (at.length !== {{countLess}}) return false
          return [-1, ...at].every((place, i, all) => (all[i + 1] ?? lines.length) - place > 1)`,
      ],
      wrong: {
        'Use the divider {{divider}} exactly {{countInWords}} times.': js`return response.split('\n').filter(line => line.trim() === '{{divider}}').length === {{count}}`,
        'Use the divider {{divider}} at least once.': js`return response.includes('{{divider}}')`,
      },
    },
    python: python['divided-by'],
  },
  holds: ({ count, divider }, response) => {
    const parts: string[] = ['']
    for (const line of response.split('\n')) {
      if (line.trim() === divider) parts.push('')
      else parts[parts.length - 1] += line.trim()
    }
    return parts.length === count && parts.every(part => part !== '')
  },
  write: ({ count, divider }, pen) => pen.sentences(count).join(`\n${divider}\n`),
  violate: ({ divider }, response, pen) =>
    pen.random() < 0.5 ? `${response}\n${divider}\n${pen.sentence()}` : response.replace(`${divider}\n`, ''),
})

export const structure = [blocks, divided]
