import type { KnobRoom, Knobs } from '../../recipes/knobs.ts'

/**
 * `count` is a whole number, `some` one of at least 1, `share` a number from 0 to 1; `tongue` is the code of a human language,
 * `traits` are words out of a few with commas between.
 */
export type Kind =
  | ('count' | 'some' | 'number' | 'share' | 'switch' | 'text')
  | ('pairing' | 'language' | 'taking' | 'dedup' | 'scale' | 'tongue' | 'traits' | 'form' | 'blacklist')

/** What the kinds that are words may be: how to-dpo may pair, what verifiers may be written in, how their answers may be taken, what is a duplicate, the scale of the judge. */
export const choices = {
  pairing: ['two-by-two', 'zip-cycle'] satisfies Knobs['toDpo']['pairing'][],
  language: ['python', 'javascript', 'both'] satisfies Knobs['generateVerifiers']['language'][],
  taking: ['boolean', 'equal', 'int', 'truthy'] satisfies Knobs['verify']['taking'][],
  dedup: ['off', 'exact', 'near'] satisfies Knobs['distinct']['dedup'][],
  scale: ['0-10', '1-5'] satisfies Knobs['score']['scale'][],
  form: ['iio', 'io'] satisfies Knobs['bootstrap']['form'][],
  blacklist: ['off', 'self-instruct', 'alpaca'] satisfies Knobs['wellFormed']['blacklist'][],
} as const

/** The words that a kind may be; undefined when it is not a word out of a few. */
export const choicesOf = (kind: Kind): readonly string[] | undefined =>
  Object.hasOwn(choices, kind) ? choices[kind as keyof typeof choices] : undefined

/** One number of one stage as a flag; `also` names other rooms that must agree with the first. */
export interface KnobFlag {
  readonly flag: string
  readonly room: KnobRoom
  readonly also?: readonly KnobRoom[]
  readonly knob: string
  readonly kind: Kind
  readonly words: string
}

/** A flag of a knob, with the rooms that must agree at the end. */
export const flag = (
  flag: string,
  room: KnobRoom,
  knob: string,
  kind: Kind,
  words: string,
  ...also: readonly KnobRoom[]
): KnobFlag => ({
  flag,
  room,
  knob,
  kind,
  words,
  ...(also.length > 0 ? { also } : {}),
})
