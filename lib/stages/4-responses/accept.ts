import { reject, type Stage } from '../../flow/stage.ts'
import type { Accepted, Verified } from '../../records/records.ts'

const rejects = {
  'low-pass-rate': 'too few of the verifiers accept the response',
  unverified: 'no verifier gave a verdict on the response',
  repeated: 'the same response was given before for the same prompt',
} as const

/** More than half of the verifiers: paper §3.2. Upstream step 7 is content with any one (above 0). */
export const defaults = { passRateAbove: 0.5 }

/** Turns a verified task into one record for each different response that its verifiers accept. */
export const accept = (knobs: Partial<typeof defaults> = {}): Stage<Verified, Accepted, keyof typeof rejects> => {
  const { passRateAbove } = { ...defaults, ...knobs }
  return {
    name: 'accept',
    cost: 'free',
    lanes: 1,
    rejects,
    run({ graded, verifiers: _verifiers, cases: _cases, ...record }) {
      const seen = new Set<string>()
      return graded.map(({ text: response, passRate, outcomes }) => {
        const part = { ...record, response, passRate }
        if (passRate === null) return reject('unverified', { outcomes }, part)
        if (!(passRate > passRateAbove)) return reject('low-pass-rate', { passRate, outcomes }, part)
        if (seen.has(response)) return reject('repeated', undefined, part)
        seen.add(response)
        return { ...part, passRate }
      })
    },
  }
}
