import { integer } from '../../random.ts'

// Prose enough to carry a constraint: letters only, no comma, no digit, a full stop after every sentence.
const lists = {
  determiner: 'the this each every our one some that your',
  adjective: `good small simple clear quick common strong careful useful steady modern early quiet local basic bright
    fresh major public solid warm typical final`,
  noun: `plan team idea method habit project story group system market school paper study village budget skill task
    choice road town user point lesson process example family company result day work`,
  verb: `helps needs shows brings builds holds keeps finds makes guides gives moves follows supports improves adds
    explains starts turns forms wants draws`,
  preposition: 'with for near by under after around during within into from',
}

type Kind = keyof typeof lists
const order: readonly Kind[] = 'determiner adjective noun verb determiner adjective noun preposition'.split(
  ' ',
) as Kind[]

const vocabulary = Object.fromEntries(
  Object.entries(lists).map(([kind, list]) => [kind, list.split(/\s+/)]),
) as unknown as Readonly<Record<Kind, readonly string[]>>

const dull = new Set(
  `about also answer because been could does explain from give have help into know like make many more most much need
  only please should some tell than that their them then there these they this those very want were what when where
  which while will with would write your`.split(/\s+/),
)

/** The words a query is about: lower-case, four letters or more, each once. */
export const topicOf = (query: string): readonly string[] =>
  [...new Set(query.toLowerCase().match(/\b[a-z]{4,}\b/g))].filter(word => !dull.has(word)).slice(0, 8)

/** Writes prose about a topic, the same for the same numbers. */
export interface Pen {
  readonly random: () => number
  pick<T>(items: readonly T[]): T
  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number
  /** `count` lower-case words without punctuation; the topic is named early. */
  bare(count: number): readonly string[]
  /** A capital, `count` words (5 to 11 unless told), a full stop. */
  sentence(count?: number): string
  sentences(count: number): readonly string[]
  /** Sentences of exactly `count` words in all. */
  passage(count: number): string
  /** Two to four sentences. */
  prose(): string
  /** The same pen, with only the words that are allowed. */
  only(allowed: (word: string) => boolean): Pen
}

/** A word with a capital in front. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

export const penFor = (topic: readonly string[], random: () => number, allowed = (_: string) => true): Pen => {
  const subjects = topic.filter(allowed)
  const known = new Map(order.map(kind => [kind, vocabulary[kind].filter(allowed)]))
  const any = (kind: Kind): string => pick(known.get(kind) ?? [])
  const pick = <T>(items: readonly T[]): T => items[integer(random, items.length)] as T
  const noun = (first: boolean): string => (subjects.length && (first || random() < 0.4) ? pick(subjects) : any('noun'))
  const bare = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, at) => {
      const kind = order[at % order.length] as Kind
      return kind === 'noun' || (at === count - 1 && kind !== 'verb') ? noun(at < 4) : any(kind)
    })
  const pen: Pen = {
    random,
    pick,
    whole: (low, high) => low + integer(random, high - low + 1),
    bare,
    sentence: (count = pen.whole(5, 11)) => `${capital(bare(count).join(' '))}.`,
    sentences: count => Array.from({ length: count }, () => pen.sentence()),
    passage: count => {
      const parts: string[] = []
      for (let left = count; left > 0; ) {
        const size = left <= 11 ? left : pen.whole(5, Math.min(11, left - 3))
        parts.push(pen.sentence(size))
        left -= size
      }
      return parts.join(' ')
    },
    prose: () => pen.sentences(pen.whole(2, 4)).join(' '),
    only: more => penFor(topic, random, word => allowed(word) && more(word)),
  }
  return pen
}
