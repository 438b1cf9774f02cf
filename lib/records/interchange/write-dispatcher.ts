import type { Composed } from '../conversations.ts'
import type { Candidate, Sampled, Validated } from '../records.ts'
import { inputOf, write } from './write.ts'

// Of several instructions together each has its own.
const filtered = (record: Validated | Composed): object => {
  if ('composedOf' in record) return write(record)
  const { verifiers, cases, ...rest } = record
  return {
    ...write(rest),
    eval_func: verifiers.map(({ code }) => code),
    cases: cases.map(one => ({ input: inputOf(one), output: one.expected })),
  }
}

// Without replies there is nothing that dispatcher could read functions from.
const replied = (record: Candidate): object => {
  const { replies, functions: _functions, cases: _cases, ...rest } = record
  return replies.length > 0 ? { original: write(rest), responses: replies } : write(record)
}

const answered = ({ responses, model, ...rest }: Sampled): object => ({ original: filtered(rest), responses, model })

/**
 * What stages write in the names of dispatcher (2025-07): what its inference makes, `{ original, responses }`, for teacher's
 * replies and responses; `eval_func: [code, …]` and `cases: [{ input, output }, …]`, whose input is
 * `{ response, name: value, … }` where there are named arguments, for verified instructions and tasks.
 */
export const dispatcher = {
  'generate-verifiers': replied,
  'cross-validate': filtered,
  'back-translate': filtered,
  entail: filtered,
  pair: filtered,
  sample: answered,
}
