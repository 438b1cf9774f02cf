import type { Knobs } from '../recipes/knobs.ts'
import type { Part } from './advice.ts'
import type { Endpoint, Machine } from './gauged.ts'
import { inAll, type Workload } from './workload.ts'

export interface Weighing {
  readonly machine: Machine
  readonly endpoint: Endpoint | null
  readonly perQuery: Omit<Workload, 'assuming'>
  /** What verifiers are written in. */
  readonly language: Knobs['generateVerifiers']['language']
}

// Half of the verdicts at each of two rates.
const ofBoth = (a: number, b: number): number => 2 / (1 / a + 1 / b)

/**
 * Queries a second that each part could see through if it were alone; a part that a query does not need is left out, as is a
 * model that was not measured. All replies of the model count as much as those that were asked for.
 */
export const queriesPerSecond = ({
  machine: { ndjson, verdicts, nli },
  endpoint,
  perQuery,
  language,
}: Weighing): Readonly<Partial<Record<Part, number>>> => {
  const { javascript, python } = verdicts
  const verdictsPerSecond =
    language === 'both' ? ofBoth(javascript.perSecond, python.perSecond) : verdicts[language].perSecond
  return {
    ...(endpoint?.best ? { model: endpoint.best.repliesPerSecond / inAll(perQuery.replies) } : {}),
    ...(perQuery.verdicts > 0 ? { verdicts: verdictsPerSecond / perQuery.verdicts } : {}),
    ...(perQuery.nliPairs > 0 ? { nli: nli.perSecond / perQuery.nliPairs } : {}),
    ndjson: ndjson.rowsPerSecond,
  }
}
