import { reject, type Stage } from '../../flow/stage.ts'
import type { Graded, Sampled, Verified } from '../../records/records.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'

const rejects = {
  'did-not-load': 'no verifier could be loaded, or none is in a language that the sandbox runs',
  'no-verdict': 'no verifier answered true or false on any response',
} as const

type Needs = { readonly sandbox: Sandbox }

/**
 * Gives every response the share of verifiers that accept it, among those that said true or false.
 * A verifier that throws, hangs or says nothing is left out of the share: an error is not a failure (upstream step 7, QUIRKS Q1.11).
 */
export const verify = <In extends Sampled>({
  sandbox,
}: Needs): Stage<In, Omit<In, 'responses'> & Verified, keyof typeof rejects> => ({
  name: 'verify',
  cost: 'cpu',
  lanes: sandbox.lanes,
  rejects,
  async run({ responses, ...record }, { signal }) {
    const gradings = await sandbox.grade(
      record.verifiers.map(({ code }) => code),
      responses,
      signal,
    )
    const graded = responses.map((text, at): Graded => {
      const outcomes = gradings.map(grading => grading.outcomes[at] ?? '').join('')
      const accepting = outcomes.split('T').length - 1
      const answering = accepting + outcomes.split('F').length - 1
      return { text, passRate: answering > 0 ? accepting / answering : null, outcomes }
    })
    if (graded.every(({ passRate }) => passRate === null)) {
      const messages = gradings.flatMap(({ message }) => message ?? [])
      if (graded.length > 0 && graded.every(({ outcomes }) => /^L+$/.test(outcomes)))
        return reject('did-not-load', { messages })
      return reject('no-verdict', { graded, messages })
    }
    return { ...record, graded }
  },
})
