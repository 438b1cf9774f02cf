/** A text to hand to a function, and what the function should say of it. */
export interface VerifierCase {
  readonly input: string
  readonly expected: boolean
}

/**
 * The usable ones among the `cases` of a verifier reply, in order: objects with a text under `input` and a verdict under
 * `output`. A verdict is a boolean, or the number 1 or 0, which Python holds equal to one. Tolerant, it may also be the word
 * true or false, however capitalised (upstream can never match those), and the text may stand in `{ "response": … }`.
 */
export const verifierCases = (cases: readonly unknown[], options: { readonly tolerant: boolean }): VerifierCase[] =>
  cases.flatMap(item => {
    const { input, output } = Object(item) as Readonly<Record<string, unknown>>
    const text = options.tolerant ? unwrapped(input) : input
    const expected = verdict(output, options.tolerant)
    return typeof text === 'string' && expected !== undefined ? [{ input: text, expected }] : []
  })

// Further arguments beside the response would be lost, and the case would say something else without them.
const unwrapped = (input: unknown): unknown => {
  if (typeof input !== 'object' || input === null) return input
  const entries = Object.entries(input)
  return entries.length === 1 && entries[0]?.[0] === 'response' ? entries[0][1] : undefined
}

const verdict = (output: unknown, tolerant: boolean): boolean | undefined =>
  tolerant && typeof output === 'string' ? words.get(output.trim().toLowerCase()) : values.get(output)

const values: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  [1, true],
  [false, false],
  [0, false],
])

const words: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
])
