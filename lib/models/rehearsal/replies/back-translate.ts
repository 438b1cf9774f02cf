import { integer } from '../../../random.ts'
import { undress } from '../dress.ts'
import { recognise } from '../families/index.ts'
import type { Description } from '../family.ts'
import type { Answer, Rates } from '../rates.ts'
import { vague } from '../vague.ts'
import { breakages } from './breakages.ts'

const unknown: Description = { phrasings: ['Answer in the form that the function looks for.'], drifts: [] }

const described = (code: string): Description => {
  const bare = undress(code)
  const says = [vague.javascript, vague.python].flatMap(Object.entries).find(([, source]) => source === bare)?.[0]
  return recognise(bare) ?? (says ? { phrasings: [says], drifts: [] } : unknown)
}

const listed = (functions: string): readonly string[] => {
  try {
    const list: unknown = JSON.parse(functions)
    return Array.isArray(list) ? list.map(String) : [functions]
  } catch {
    return [functions]
  }
}

/** A JSON list with one sentence for each function; at a known rate a sentence contradicts what the function checks. */
export const backTranslate = (
  { functions = '' }: Readonly<Record<string, string>>,
  { driftingBackTranslations, brokenReplies }: Rates,
): Answer => {
  const descriptions = listed(functions).map(described)
  return random => {
    const pick = <T>(items: readonly T[]): T => items[integer(random, items.length)] as T
    const sentences = descriptions.map(({ phrasings, drifts }) =>
      pick(drifts.length > 0 && random() < driftingBackTranslations ? drifts : phrasings),
    )
    const json = JSON.stringify(sentences)
    return random() < brokenReplies ? pick(breakages)(json) : json
  }
}
