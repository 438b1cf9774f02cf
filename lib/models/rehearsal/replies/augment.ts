import { integer } from '../../../random.ts'
import { families } from '../families/index.ts'
import type { Answer, Rates } from '../rates.ts'

// What a teacher writes although it was told not to: no function can decide these.
const styles = [
  'Write in the voice of an old sea captain.',
  'Make the answer sound cheerful.',
  'Use vivid images that touch the reader.',
  'Answer as if you were a professor of history.',
  'Write in a calm and reassuring tone.',
  'Make your answer feel like a fairy tale.',
  'Tell it so that a child would enjoy it.',
  'Be witty.',
] as const

const most = 500

/** `count` bullets, one on each line. Some repeat or hardly change what was shown or said before, some ask for a style. */
export const augment =
  ({ count = '', examples = '' }: Readonly<Record<string, string>>, { unusableBullets }: Rates): Answer =>
  random => {
    const wanted = Math.max(1, Math.min(Number(count) || 1, most))
    const said = examples
      .split('\n')
      .map(line => line.replace(/^- /, ''))
      .filter(Boolean)
    const pick = <T>(items: readonly T[]): T => items[integer(random, items.length)] as T

    const unusable = [
      () => pick(styles),
      () => pick(said),
      () => `Please ${pick(said).replace(/^./, first => first.toLowerCase())}`,
      () => pick(said).replace(/\.?$/, ', please.'),
    ]
    const fresh = (): string => {
      const text = pick(pick(families).draw(random).phrasings)
      return said.includes(text) ? pick(pick(families).draw(random).phrasings) : text
    }
    for (let made = 0; made < wanted; made++) {
      if (random() >= unusableBullets) said.push(fresh())
      else said.push(pick(said.length > 0 ? unusable : unusable.slice(0, 1))())
    }
    return said
      .slice(-wanted)
      .map(instruction => `- ${instruction}`)
      .join('\n')
  }
