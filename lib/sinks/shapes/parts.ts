import { hash } from 'node:crypto'
import type { DpoRow, LabelledRow, RewardRow, SftRow } from '../../records/rows.ts'
import { bound } from '../../text/bound.ts'

/** Rows by their kind. */
export interface Rows {
  readonly sft: SftRow
  readonly dpo: DpoRow
  readonly kto: LabelledRow
  readonly rlvr: RewardRow
}

export type Kind = keyof Rows

/** How the parts of a row are had of it, each for itself, so that nobody pays for one that a format has no place for. */
export type Parts<Row> = Readonly<Record<string, (row: Row) => unknown>>

const asked = ({ history = [], prompt }: SftRow) => [
  ...history.flatMap(turn => [
    { role: 'user', content: turn.prompt },
    { role: 'assistant', content: turn.response },
  ]),
  { role: 'user', content: prompt },
]

/** What formats can arrange, by the kind of row; `languageOf` says what a verifier is written in. */
export const partsWith = (languageOf: (code: string) => string) => {
  const verifiers = (row: RewardRow): readonly object[] =>
    row.verifiers.map(({ code, accuracy }) => {
      const language = languageOf(code)
      return { language, code: row.args ? bound(code, row.args, language) : code, accuracy }
    })
  return {
    sft: {
      prompt: row => row.prompt,
      response: row => row.response,
      history: ({ history = [] }) => history.map(({ prompt, response }) => [prompt, response]),
      messages: row => [...asked(row), { role: 'assistant', content: row.response }],
      asked,
      conversations: row =>
        [...asked(row), { role: 'assistant', content: row.response }].map(({ role, content }) => ({
          from: role === 'user' ? 'human' : 'gpt',
          value: content,
        })),
      lineage: row => row.lineage,
    },
    dpo: {
      prompt: row => row.prompt,
      chosen: row => row.chosen,
      rejected: row => row.rejected,
      promptId: row => hash('sha256', row.prompt, 'hex'),
      chosenRating: ({ lineage }) => lineage.chosen_pass_rate ?? null,
      rejectedRating: ({ lineage }) => lineage.rejected_pass_rate ?? null,
      model: ({ lineage }) => lineage.model,
      lineage: row => row.lineage,
    },
    kto: {
      prompt: row => row.prompt,
      response: row => row.response,
      label: row => row.label,
      lineage: row => row.lineage,
    },
    rlvr: {
      prompt: row => row.prompt,
      instruction: row => row.instruction,
      verifiers,
      cases: row => row.cases,
      // JSON is a Python literal as well, as long as the outer value holds texts and lists only.
      groundTruth: row =>
        JSON.stringify([
          JSON.stringify({
            instruction_id: ['autoif:verifiers'],
            kwargs: [{ instruction: row.instruction, verifiers: verifiers(row) }],
          }),
        ]),
      lineage: row => row.lineage,
    },
  } as const satisfies { readonly [One in Kind]: Parts<Rows[One]> }
}

/** The names of the parts, by the kind of row. */
export type PartName<One extends Kind> = keyof ReturnType<typeof partsWith>[One] & string
