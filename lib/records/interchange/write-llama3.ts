import { lineJson } from '../../text/line-json.ts'
import type { Composed } from '../conversations.ts'
import type { Candidate, Case, Drafted, Sampled, Validated, Verified, Verifier } from '../records.ts'
import { inputOf, unverified, write } from './write.ts'

const codes = (verifiers: readonly Verifier[]): readonly string[] => verifiers.map(({ code }) => code)

const line = (one: Case): string => lineJson({ response: inputOf(one), result: one.expected })

const drafted = ({ functions, ...rest }: Drafted): object => ({ ...write(rest), verifiers: functions })

const artifacts = ({ functions, cases, replies: _replies, ...rest }: Candidate): object => ({
  ...write(rest),
  verifiers: functions,
  testcases: [cases.map(line).join('\n')],
})

// Of several instructions together each has its own.
const filtered = (record: Validated | Composed): object => {
  if ('composedOf' in record) return write(record)
  const { verifiers, cases, ...rest } = record
  return { ...write(rest), test_cases: cases.map(one => [inputOf(one), one.expected]), verifiers: codes(verifiers) }
}

const completed = ({ responses, ...rest }: Sampled): object => ({ ...filtered(rest), completions: responses })

// Step 6 compares every score with a number, so a response without a verdict must not be among them.
const sorted = ({ graded, verifiers, cases: _cases, ...rest }: Verified): object => {
  const heard = graded.flatMap(({ text, passRate }) => (passRate === null ? [] : [{ text, passRate }]))
  return {
    ...write(rest),
    verifiers: codes(verifiers),
    chosen: heard.filter(({ passRate }) => passRate >= 0.5).map(({ text }) => text),
    rejected: heard.filter(({ passRate }) => passRate === 0).map(({ text }) => text),
    scores: Object.fromEntries(heard.map(({ text, passRate }) => [text, passRate])),
    ...unverified(graded),
  }
}

/**
 * What stages write in the names of llama3_autoif: `{ query, instruction, … }` with `verifiers` and `testcases` (its step 2),
 * `test_cases` (step 3), `completions` (step 4), `chosen` (pass rate 0.5 or more), `rejected` (0) and `scores` (step 5).
 */
export const llama3 = {
  'generate-verifiers': artifacts,
  'write-functions': drafted,
  'write-cases': artifacts,
  'cross-validate': filtered,
  'back-translate': filtered,
  entail: filtered,
  pair: filtered,
  pose: filtered,
  sample: completed,
  verify: sorted,
}
