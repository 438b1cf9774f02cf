import { fences } from './fences.ts'
import { repairedJson } from './json-repair.ts'
import { jsonSpans } from './json-span.ts'
import { strip } from './strip.ts'
import { type VerifierCase, verifierCases } from './verifier-cases.ts'

/** A function's source, and the cases its author gives for it. */
export interface VerifierReply {
  readonly func: string
  readonly cases: readonly VerifierCase[]
}

/** Why a reply could not be read: no JSON in it, JSON that does not parse, or no function or list of cases in what was parsed. */
export type Unread = 'no-json' | 'bad-json' | 'no-func' | 'no-cases'

/**
 * Reads a function and its cases from a reply.
 *
 * `tolerant: false` is upstream's step 3: the text from the first "```json" to the next three backticks, parsed as it stands.
 * `tolerant: true` takes fenced or bare JSON and mends it, takes the function from a code block of its own and the cases
 * from a JSON block, and reads more forms of a case (see verifierCases). A reply whose cases are all unusable still
 * brings its function, because functions are judged by the cases of all replies.
 */
export const verifierReply = (reply: string, { tolerant }: { readonly tolerant: boolean }): VerifierReply | Unread =>
  tolerant ? tolerantReply(reply) : strictReply(reply)

const strictReply = (reply: string): VerifierReply | Unread => {
  const fenced = /```json(.*?)```/s.exec(reply)
  if (!fenced) return 'no-json'
  try {
    return complete(parts(JSON.parse(strip(fenced[1]!))), false)
  } catch {
    return 'bad-json'
  }
}

const tolerantReply = (reply: string): VerifierReply | Unread => {
  const blocks = fences(reply)
  const code = blocks.find(({ body }) => body.includes('evaluate') && !/^\s*[{[]/.test(body))
  const texts = [strip(reply), ...blocks.filter(block => block !== code).map(block => strip(block.body))]
  let found: Parts = {}
  let read = false
  for (const text of [...texts, ...jsonSpans(reply, '{')]) {
    const value = repairedJson(text)
    if (typeof value !== 'object' || value === null) continue
    read = true
    const { func, cases } = parts(value)
    if (func !== undefined && cases !== undefined) return complete({ func, cases }, true)
    found = { func: found.func ?? func, cases: found.cases ?? cases }
  }
  if (!read && /```\s*json|\{\s*["']/i.test(reply)) return 'bad-json'
  if (!read && code === undefined) return 'no-json'
  return complete({ ...found, func: found.func ?? code?.body }, true)
}

interface Parts {
  readonly func?: string | undefined
  readonly cases?: readonly unknown[] | undefined
}

const parts = (value: unknown): Parts => {
  if (Array.isArray(value)) return { cases: value.some(item => Object(item).output !== undefined) ? value : undefined }
  const { func, cases } = Object(value) as Readonly<Record<string, unknown>>
  return { func: typeof func === 'string' ? func : undefined, cases: Array.isArray(cases) ? cases : undefined }
}

const complete = ({ func, cases }: Parts, tolerant: boolean): VerifierReply | Unread => {
  const code = strip(func ?? '')
  if (code === '') return 'no-func'
  if (cases === undefined) return 'no-cases'
  return { func: tolerant ? mendedCode(code) : code, cases: verifierCases(cases, { tolerant }) }
}

// Some models fence the code inside the JSON string. A backspace is what JSON makes of a regular expression's \b.
const mendedCode = (code: string): string =>
  (code.startsWith('```') ? strip(fences(code)[0]?.body ?? code) : code).replaceAll('\b', '\\b')
