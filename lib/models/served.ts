import { type Fault, fault, isFault, late } from './faults.ts'
import type { Answer, Wire } from './wire.ts'

/** Names that a hint can hold, and milliseconds its reader may be kept waiting for them. */
const most = 5
const longestMs = 5000

/** What a server says when it is asked for its models, for whoever has to know why it lists none. Never throws. */
export const askedForModels = async (wire: Wire, path: string): Promise<Answer | Fault> => {
  try {
    return await wire.send(path, undefined, AbortSignal.timeout(longestMs))
  } catch {
    return fault(late(longestMs))
  }
}

/** The models in such an answer; none when there is no list in it. */
export const modelsIn = (outcome: Answer | Fault): readonly string[] => {
  const list = isFault(outcome) ? undefined : (outcome.body as { data?: unknown } | null)?.data
  if (!Array.isArray(list)) return []
  return list.map((item: { id?: unknown } | null) => item?.id).filter(name => typeof name === 'string')
}

/** So many of some names as a hint can hold. */
export const aFew = (names: readonly string[]): readonly string[] => names.slice(0, most)

/** Up to five of the models a server lists; none when it lists none or does not answer. Never throws. */
export const served = async (wire: Wire, path: string): Promise<readonly string[]> =>
  aFew(modelsIn(await askedForModels(wire, path)))
