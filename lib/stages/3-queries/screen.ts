import { reject, type Stage } from '../../flow/stage.ts'
import type { Query } from '../../records/records.ts'
import { codePoints } from '../../text/code-points.ts'
import { type Trait, traitOf } from '../../text/traits.ts'

const rejects = {
  'too-short': 'the query is too short (--longer-than)',
  'too-long': 'the query is too long (--shorter-than)',
  'not-the-source': 'the record names another source than the one asked for',
  code: 'the query holds a program',
  url: 'the query holds the address of a page',
  html: 'the query holds markup',
  refusal: 'the query talks as an assistant does of itself, or declines to answer',
} as const

/**
 * 20 < length < 300 code points, both strict, and only one source: upstream step 6 (there `en:sharegpt`; here any, unless asked).
 * refuse: nothing, since a question with a program in it is a question, and upstream and its peers take it as one.
 */
export const defaults = { longerThan: 20, shorterThan: 300, source: '', refuse: [] as readonly Trait[] }

/** Lets through the queries that an instruction about form can be added to. */
export const screen = <In extends Query & { readonly source?: unknown }>(
  knobs: Partial<typeof defaults> = {},
): Stage<In, In, keyof typeof rejects> => {
  const { longerThan, shorterThan, source, refuse } = { ...defaults, ...knobs }
  return {
    name: 'screen',
    cost: 'free',
    lanes: 1,
    rejects,
    run(record) {
      const length = codePoints(record.query)
      if (length <= longerThan) return reject('too-short', { length })
      if (length >= shorterThan) return reject('too-long', { length })
      if (source && record.source !== source) return reject('not-the-source', { source: record.source })
      const found = traitOf(record.query, refuse)
      if (found) return reject(found.trait, { found: found.found })
      return record
    },
  }
}
