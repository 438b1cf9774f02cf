import { blanks, type Params } from './blanks.ts'
import type { Parameter } from './parameters.ts'
import { type Pen, penFor, topicOf } from './pen.ts'

/** What functions are written in. */
export type Language = 'javascript' | 'python'

/** Sources of functions `evaluate(response)`. A wrong one is named by the sentence that says what it really checks. */
export interface Functions {
  readonly right: readonly string[]
  readonly wrong: Readonly<Record<string, string>>
}

export interface Description {
  /** Ways to ask for it, all meaning the same. */
  readonly phrasings: readonly string[]
  /** Sentences that no answer can obey together with a phrasing. */
  readonly drifts: readonly string[]
}

/** A family with its blanks filled: one thing that an answer's form may be asked to be, and everything a teacher says of it. */
export interface Constraint extends Description {
  readonly family: string
  readonly params: Params
  readonly functions: Readonly<Record<Language, Functions>>
  /** The truth. */
  holds(response: string): boolean
  /** A short text about the query for which `holds` is true. */
  write(query: string, random: () => number): string
  /** A text much like this response for which `holds` is false. */
  violate(response: string, random: () => number): string
}

export interface Family {
  readonly name: string
  draw(random: () => number): Constraint
  /** The constraint that an instruction asks for, if it is one of this family's phrasings. */
  parse(instruction: string): Constraint | undefined
  /** What a function of this family, right or wrong, really checks; undefined for any other code. */
  recognise(code: string): Description | undefined
}

/** What an author writes: sentences and sources are templates over the parameters' placeholders. */
export interface Script<P extends Params> {
  readonly name: string
  readonly params: { readonly [Name in keyof P]: Parameter<P[Name]> }
  readonly phrasings: readonly string[]
  readonly drifts: readonly string[]
  readonly functions: Readonly<Record<Language, Functions>>
  holds(params: P, response: string): boolean
  /** Need not always succeed: it is called until `holds`. */
  write(params: P, pen: Pen): string
  /** Need not always succeed either; without it, plain prose is tried. */
  violate?(params: P, response: string, pen: Pen): string
}

const attempts = 40

type Wanted = (text: string) => boolean

// Words of the query may be the very ones a constraint forbids, so the later attempts do without them.
const until = (wanted: Wanted, about: string, random: () => number, make: (pen: Pen, late: boolean) => string) => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const late = attempt >= attempts / 2
    const text = make(penFor(late ? [] : topicOf(about), random), late)
    if (wanted(text)) return text
  }
  return undefined
}

// Instructions arrive without their full stop, or begin with a small letter, when a program has joined them to something.
const tidy = (instruction: string): string =>
  instruction
    .trim()
    .replace(/^./, first => first.toUpperCase())
    .replace(/\.?$/, '.')

/** Makes a family of its script, and forgets the type of its parameters. */
export const family = <P extends Params>(script: Script<P>): Family => {
  const { draw, filler, reader } = blanks(script.params as Readonly<Record<string, Parameter<string | number>>>)
  const { javascript, python } = script.functions
  const right = [...javascript.right, ...python.right]
  const wrong = [...Object.entries(javascript.wrong), ...Object.entries(python.wrong)]

  const constraint = (drawn: Params): Constraint => {
    const params = drawn as P
    const holds = (response: string): boolean => script.holds(params, response)
    const filled = filler(params)
    const said = (templates: readonly string[]): readonly string[] => templates.map(filled)
    const inFull = (written: Functions): Functions => ({
      right: said(written.right),
      wrong: Object.fromEntries(Object.entries(written.wrong).map(pair => said(pair))),
    })
    const written = (text: string | undefined): string => {
      if (text === undefined)
        throw new TypeError(`the family ${script.name} finds no text for ${JSON.stringify(params)}`)
      return text
    }
    return {
      family: script.name,
      params,
      phrasings: said(script.phrasings),
      drifts: said(script.drifts),
      functions: { javascript: inFull(javascript), python: inFull(python) },
      holds,
      write: (query, random) => written(until(holds, query, random, pen => script.write(params, pen))),
      violate: (response, random) =>
        written(
          until(
            text => !holds(text),
            response,
            random,
            (pen, late) => script.violate?.(params, late ? script.write(params, pen) : response, pen) ?? pen.prose(),
          ),
        ),
    }
  }

  const first = <T>(templates: readonly string[], make: (params: Params, at: number) => T) => {
    const readers = templates.map(reader)
    return (text: string): T | undefined => {
      for (const [at, read] of readers.entries()) {
        const params = read(text)
        if (params) return make(params, at)
      }
      return undefined
    }
  }
  const asked = first(script.phrasings, constraint)
  const sound = first<Description>(right, constraint)
  const unsound = first<Description>(
    wrong.map(([, code]) => code),
    (params, at) => ({ phrasings: [filler(params)(wrong[at]?.[0] ?? '')], drifts: [] }),
  )

  return {
    name: script.name,
    draw: random => constraint(draw(random)),
    parse: instruction => asked(tidy(instruction)),
    recognise: code => sound(code) ?? unsound(code),
  }
}
