import { isFault } from './faults.ts'
import type { Wire } from './wire.ts'

/** Names that a hint can hold, and milliseconds its reader may be kept waiting for them. */
const most = 5
const longestMs = 5000

/** Up to five of the models a server lists; none when it lists none or does not answer. Never throws. */
export const served = async (wire: Wire, path: string): Promise<readonly string[]> => {
  try {
    const outcome = await wire.send(path, undefined, AbortSignal.timeout(longestMs))
    const list = isFault(outcome) ? undefined : (outcome.body as { data?: unknown } | null)?.data
    if (!Array.isArray(list)) return []
    const names = list.map((item: { id?: unknown } | null) => item?.id)
    return names.filter(name => typeof name === 'string').slice(0, most)
  } catch {
    return []
  }
}
