import { bullets } from './bullets.ts'
import { fences } from './fences.ts'
import { repairedJson } from './json-repair.ts'
import { jsonSpans } from './json-span.ts'
import { strip } from './strip.ts'

/**
 * The list of strings a reply consists of or holds: a JSON or Python list, bare, fenced or with words around it, else the
 * bulleted or numbered lines. Items are stripped, empty ones dropped. Undefined when there is no list or nothing in it.
 */
export const stringList = (reply: string): string[] | undefined => {
  for (const text of candidates(reply)) {
    const list = strings(repairedJson(text))
    if (list.length > 0) return list
  }
  const items = bullets(reply)
  return items.length > 0 ? items : undefined
}

function* candidates(reply: string): Generator<string> {
  yield strip(reply)
  for (const block of fences(reply)) yield strip(block.body)
  yield* jsonSpans(reply, '[')
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) && value.every(item => typeof item === 'string') ? value.map(strip).filter(Boolean) : []
