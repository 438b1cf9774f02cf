import { family } from '../family.ts'
import { count as hits, plainWords } from '../measures.ts'
import { oneOf, whole } from '../parameters.ts'
import { capital } from '../pen.ts'
import { js } from '../source.ts'
import { letters as python } from './python/letters.ts'

const forbidden = family({
  name: 'letter-forbidden',
  params: { letter: oneOf([...'aeiosdlmcpkwzqx']) },
  phrasings: [
    'Do not use the letter "{{letter}}".',
    'Your answer must not contain the letter "{{letter}}", neither small nor capital.',
    'Avoid every word that has the letter "{{letter}}" in it.',
    'Write the whole response without the letter "{{letter}}".',
    'No word of your reply may contain the letter "{{letter}}".',
  ],
  drifts: [
    'Use the letter "{{letter}}" at least once.',
    'At least one word of your reply must contain the letter "{{letter}}".',
    'Write at least one word that has the letter "{{letter}}" in it.',
  ],
  functions: {
    javascript: {
      right: [
        js`return !response.toLowerCase().includes('{{letter}}')`,
        js`return !/{{letter}}/i.test(response)`,
        js`
          for (const character of response) {
            if (character.toLowerCase() === '{{letter}}') return false
          }
          return true`,
      ],
      wrong: {
        'Do not use the small letter "{{letter}}".': js`return !response.includes('{{letter}}')`,
        'Do not begin any word with the letter "{{letter}}".': js`return !/\b{{letter}}/i.test(response)`,
      },
    },
    python: python['letter-forbidden'],
  },
  holds: ({ letter }, response) => !response.toLowerCase().includes(letter),
  write: ({ letter }, pen) => pen.only(word => !word.includes(letter)).prose(),
  violate: ({ letter }, response, pen) =>
    pen.pick([`${response} ${letter.toUpperCase()}.`, `${response} Not${letter}.`, `${letter}1. ${response}`]),
})

const inside: Readonly<Record<string, string>> = Object.fromEntries(
  'cabin sofa sugar other major maker seven tower style dozen'.split(' ').map((word, at) => ['bfghjkvwyz'[at], word]),
)

const frequent = family({
  name: 'letter-at-least',
  params: { letter: oneOf([...'bfghjkvwyz']), count: whole(3, 8) },
  phrasings: [
    'Use the letter "{{letter}}" at least {{countInWords}} times.',
    'Your answer must contain the letter "{{letter}}" {{count}} times or more.',
    'Let the letter "{{letter}}", small or capital, appear no fewer than {{countInWords}} times.',
    'Choose your words so that the letter "{{letter}}" occurs {{count}} or more times.',
    'The letter "{{letter}}" must stand in your reply a minimum of {{countInWords}} times.',
  ],
  drifts: [
    'Do not use the letter "{{letter}}".',
    'Use the letter "{{letter}}" fewer than {{countInWords}} times.',
    'The letter "{{letter}}" may appear at most {{countLess}} times.',
  ],
  functions: {
    javascript: {
      right: [
        js`return (response.match(/{{letter}}/gi) || []).length >= {{count}}`,
        js`return response.toLowerCase().split('{{letter}}').length > {{count}}`,
        js`
          let found = 0
          for (const character of response.toLowerCase()) if (character === '{{letter}}') found++
          return found >= {{count}}`,
      ],
      wrong: {
        'Use the letter "{{letter}}" more than {{countInWords}} times.': js`return (response.match(/{{letter}}/gi) || []).length > {{count}}`,
        'Use the small letter "{{letter}}" at least {{countInWords}} times.': js`return response.split('{{letter}}').length > {{count}}`,
        'Use at least {{countInWords}} words that begin with the letter "{{letter}}".': js`return (response.match(/\b{{letter}}/gi) || []).length >= {{count}}`,
      },
    },
    python: python['letter-at-least'],
  },
  holds: ({ letter, count }, response) => hits(response.toLowerCase(), new RegExp(letter, 'g')) >= count,
  write: ({ letter, count }, pen) => {
    const plain = pen.only(word => !word.includes(letter)).prose()
    const list = Array.from({ length: count + pen.pick([0, 0, 2]) }, () =>
      pen.pick([letter, letter.toUpperCase(), inside[letter] ?? letter]),
    )
    return `${plain} ${list.join(' and ')}.`
  },
  violate: ({ letter, count }, response, pen) => {
    let left = pen.pick([count - 1, count - 1, 0])
    return response.replaceAll(new RegExp(letter, 'gi'), found => (left-- > 0 ? found : 'n'))
  },
})

const beginning = family({
  name: 'words-beginning-with',
  params: { letter: oneOf([...'bcfghmnpst']), count: whole(2, 6) },
  phrasings: [
    'Use at least {{countInWords}} words that begin with the letter "{{letter}}".',
    'Your answer must contain {{count}} or more words starting with "{{letter}}".',
    'Begin no fewer than {{countInWords}} words with the letter "{{letter}}".',
    'Let {{count}} words or more have "{{letter}}" as their first letter, small or capital.',
    'A minimum of {{countInWords}} words in your reply must start with the letter "{{letter}}".',
  ],
  drifts: [
    'Begin no word with the letter "{{letter}}".',
    'Use fewer than {{countInWords}} words that begin with the letter "{{letter}}".',
    'At most {{countLess}} words of your reply may start with the letter "{{letter}}".',
  ],
  functions: {
    javascript: {
      right: [
        js`return (response.match(/\b{{letter}}/gi) || []).length >= {{count}}`,
        js`return response.toLowerCase().split(/\W+/).filter(word => word.startsWith('{{letter}}')).length >= {{count}}`,
        js`
          let found = 0
          for (const [word] of response.matchAll(/\w+/g)) if (word[0].toLowerCase() === '{{letter}}') found += 1
          return found > {{countLess}}`,
      ],
      wrong: {
        'Use the letter "{{letter}}" at least {{countInWords}} times.': js`return (response.match(/{{letter}}/gi) || []).length >= {{count}}`,
        'Use at least {{countInWords}} words that begin with a small "{{letter}}".': js`return (response.match(/\b{{letter}}/g) || []).length >= {{count}}`,
      },
    },
    python: python['words-beginning-with'],
  },
  holds: ({ letter, count }, response) => plainWords(response).filter(word => word.startsWith(letter)).length >= count,
  write: ({ letter, count }, pen) => {
    const plain = pen.only(word => !word.startsWith(letter))
    const own = Object.fromEntries(
      'big busy,calm clever,fair fine,gentle great,happy hearty,merry mild,neat nice,plain proud,safe sound,tall tidy'
        .split(',')
        .map(pair => [pair[0], pair.split(' ')]),
    ) as Record<string, string[]>
    const extra = Array.from({ length: count + pen.pick([0, 0, 1]) }, () => pen.pick(own[letter] ?? []))
    return `${plain.sentence()} ${capital(extra.join(' and '))} ${plain.bare(3).slice(2).join(' ')}.`
  },
  violate: ({ letter, count }, response, pen) => {
    let left = pen.pick([count - 1, count - 1, 0])
    return response.replaceAll(new RegExp(`\\b${letter}\\w*`, 'gi'), found => (left-- > 0 ? found : 'every'))
  },
})

export const letters = [forbidden, frequent, beginning]
