import { reject, type Stage } from '../../flow/stage.ts'
import type { Exchange } from '../../records/records.ts'
import { type Ear, earFor } from '../../text/language.ts'

const rejects = {
  'another-language': 'the text is in another language than the one asked for',
  'language-unsure': 'the text is too short or too mixed to say which language it is in',
} as const

/**
 * language: an ISO 639-1 code, '' for any. strict: off, only what is reliably recognised as another language is refused, so
 * that short texts stay; on, the likeliest language must be the one asked for, and surely, which is nearer to dispatcher's filter.
 */
export const defaults = { language: '', strict: false }

type Field = 'instruction' | 'query' | 'response' | 'responses' | 'exchanged'

type Needs<Name extends Field> = {
  /**
   * Which text is heard; of several each is heard for itself, and those in another language are refused in parts; of a
   * conversation what stands before the first of them is left.
   */
  readonly field: Name
} & Partial<typeof defaults>

type Texts<Name extends Field> = {
  readonly [Each in Name]: Each extends 'responses'
    ? readonly string[]
    : Each extends 'exchanged'
      ? readonly Exchange[]
      : string
}

/** Lets through what is in one language: instructions, queries and responses alike, each where it stands in the stream. */
export const speaks = <Name extends Field, In extends Texts<Name>>({
  field,
  ...knobs
}: Needs<Name>): Stage<In, In, keyof typeof rejects> => {
  const { language, strict } = { ...defaults, ...knobs }
  let ear: Ear | undefined
  const refusal = (text: string, part?: In, where?: object) => {
    const { heard, language: likeliest } = (ear as Ear)(text)
    if (heard === 'spoken' || (heard === 'unsure' && !strict)) return undefined
    const why = heard === 'other' ? 'another-language' : 'language-unsure'
    return reject(why, { field, language: likeliest, ...where }, part)
  }
  const judge = (record: In) => {
    const texts: string | readonly (string | Exchange)[] = record[field]
    if (typeof texts === 'string') return refusal(texts) ?? record
    const said = (one: string | Exchange): string => (typeof one === 'string' ? one : one.response)
    if (field === 'exchanged') {
      const turn = texts.findIndex(one => refusal(said(one)) !== undefined)
      if (turn < 0) return record
      const refused = refusal(said(texts[turn] as string | Exchange), turn > 0 ? record : undefined, { turn })
      return refused && turn > 0 ? [{ ...record, exchanged: texts.slice(0, turn) }, refused] : (refused ?? record)
    }
    const refused = texts.map(one => refusal(said(one), { ...record, [field]: [one] }))
    const left = texts.filter((_, at) => !refused[at])
    if (left.length === texts.length) return record
    const others = refused.filter(one => one !== undefined)
    return left.length > 0 ? [{ ...record, [field]: left }, ...others] : others
  }
  return {
    name: 'speaks',
    cost: 'free',
    lanes: 1,
    rejects,
    run(record) {
      if (language === '' || ear) return language === '' ? record : judge(record)
      return earFor(language).then(made => {
        ear = made
        return judge(record)
      })
    },
  }
}
