import { reject, type Stage } from '../../flow/stage.ts'
import type { Entailer } from '../../nli/entailer.ts'
import type { BackTranslated, Entailed } from '../../records/records.ts'

const rejects = {
  contradiction: 'a back-translation contradicts the instruction, so some function checks another thing',
} as const

/** The first three back-translations: upstream step 5. */
export const defaults = { backTranslations: 3 }

type Needs = { readonly nli: Entailer } & Partial<typeof defaults>

/** Compares every back-translation (hypothesis) with the instruction (premise); one contradiction refuses the record (paper §3.1, upstream step 5). */
export const entail = <In extends BackTranslated>({
  nli,
  ...knobs
}: Needs): Stage<In, In & Entailed, keyof typeof rejects> => {
  const { backTranslations: count } = { ...defaults, ...knobs }
  return {
    name: 'entail',
    cost: 'cpu',
    lanes: nli.lanes,
    rejects,
    async run(record, { signal }) {
      const heard = record.backTranslations.slice(0, count)
      const labels = await Promise.all(heard.map(said => nli.judge(record.instruction, said, signal)))
      if (labels.includes('contradiction'))
        return reject('contradiction', { labels, backTranslations: heard, nli: nli.name })
      return { ...record, labels, nli: nli.name }
    },
  }
}
