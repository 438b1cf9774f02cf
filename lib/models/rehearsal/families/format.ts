import { family } from '../family.ts'
import { oneOf } from '../parameters.ts'
import { capital } from '../pen.ts'
import { js } from '../source.ts'
import { format as python } from './python/format.ts'

const json = family({
  name: 'json-object',
  params: { key: oneOf(['answer', 'summary', 'result', 'reply']) },
  phrasings: [
    'Give your whole answer as a JSON object that has the key "{{key}}".',
    'Answer with nothing but a JSON object with a "{{key}}" field.',
    'The response must be valid JSON: one object, and "{{key}}" is among its keys.',
    'Wrap the entire reply in a JSON object under the key "{{key}}".',
    'Write only a JSON object which contains the key "{{key}}".',
  ],
  drifts: [
    'Do not use JSON.',
    'Answer in plain text, without any curly brackets.',
    'Give your whole answer as a JSON list.',
  ],
  functions: {
    javascript: {
      right: [
        js`
          try {
            const value = JSON.parse(response)
            return typeof value === 'object' && value !== null && !Array.isArray(value) && '{{key}}' in value
          } catch {
            return false
          }`,
        js`
          let value = null
          try { value = JSON.parse(response.trim()) } catch (error) { return false }
          if (Object.prototype.toString.call(value) !== '[object Object]') return false
          return Object.keys(value).includes('{{key}}')`,
        js`
          if (!response.trim().startsWith('{')) return false
          try {
            return JSON.parse(response).hasOwnProperty('{{key}}')
          } catch {
            return false
          }`,
      ],
      wrong: {
        'Mention "{{key}}" between curly brackets.': js`return /\{[^]*{{key}}[^]*\}/.test(response)`,
        'Start with an opening and end with a closing curly bracket.': js`return response.startsWith('{') && response.endsWith('}')`,
      },
    },
    python: python['json-object'],
  },
  holds: ({ key }, response) => {
    try {
      const value: unknown = JSON.parse(response)
      return typeof value === 'object' && value !== null && !Array.isArray(value) && key in value
    } catch {
      return false
    }
  },
  write: ({ key }, pen) => JSON.stringify({ [key]: pen.prose() }, null, pen.pick([0, 2])),
  violate: ({ key }, response, pen) =>
    pen.pick([
      `Here it is: ${response}`,
      response.replace(`"${key}"`, `"${capital(key)}"`),
      response.replace(`"${key}"`, `'${key}'`),
    ]),
})

export const format = [json]
