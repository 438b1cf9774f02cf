import type { Door } from '../door.ts'
import type { Admitted, Bootstrapped, Classified, Consistent, Example, ExampleDraw } from '../examples.ts'
import { isRow, type Row } from '../row-fields.ts'
import { list, rowDoor, text, textOr, without, wrong } from './fields.ts'

const instancesOf = (row: Row): Row => {
  const [first] = list(row, 'instances')
  if (isRow(first)) return first
  throw wrong(row.instances === undefined ? 'has neither an output nor instances' : 'instances holds no instance')
}

const exampleOf = (row: Row): Example => {
  const instruction = text(row, 'instruction')
  if (instruction.trim() === '') throw wrong('instruction is empty')
  const instance = row.output === undefined ? instancesOf(row) : row
  return { instruction, input: textOr(instance, 'input', ''), output: text(instance, 'output') }
}

/**
 * `{ instruction, instances: [{ input, output }, …] }` (seed_tasks.jsonl of self-instruct, of which the first instance counts, as
 * upstream), or `{ instruction, input?, output }` (alpaca).
 */
export const seedTask: Door<Example> = rowDoor('seed-task', exampleOf)

const bootstrappedOf = (row: Row): Bootstrapped => ({
  ...without(row, 'instances', 'name', 'id'),
  ...exampleOf(row),
  model: textOr(row, 'model', 'unknown'),
})

/** The same; other fields stay, as they do in machine_generated_instructions.jsonl. */
export const example: Door<Bootstrapped> = rowDoor('example', bootstrappedOf)

const scoresOf = (row: Row): Admitted['mostSimilar'] => {
  const { most_similar: scores = {} } = row
  if (isRow(scores) && Object.values(scores).every(score => typeof score === 'number'))
    return scores as Admitted['mostSimilar']
  throw wrong('most_similar is not an object of numbers')
}

const guessesOf = ({ back_instructions: guesses }: Row): Partial<Consistent> => {
  if (guesses === undefined) return {}
  const isGuess = (one: unknown) => Array.isArray(one) && typeof one[0] === 'string' && typeof one[1] === 'number'
  if (Array.isArray(guesses) && guesses.every(isGuess)) return { backInstructions: guesses }
  throw wrong('back_instructions is not a list of texts with their scores')
}

/**
 * The same with `most_similar` and `avg_similarity_score`, empty and 0 when they are not there, and with `back_instructions` if
 * they are.
 */
export const admitted: Door<Admitted & Partial<Consistent>> = rowDoor('admitted-example', row => {
  const { most_similar: _scores, avg_similarity_score: average, back_instructions: _guesses, ...rest } = row
  return {
    ...bootstrappedOf(rest),
    mostSimilar: scoresOf(row),
    averageSimilarity: typeof average === 'number' ? average : 0,
    ...guessesOf(row),
  }
})

const marks = ['most_similar', 'back_instructions', 'is_classification'] as const

const isExample = (value: unknown): boolean => isRow(value) && marks.some(name => value[name] !== undefined)

/** A door that also takes made examples, told by what a pool or a model said of them; others are rows like anybody's. */
export const exampleOr = <Shaped extends object>(other: Door<Shaped>): Door<Shaped | Admitted> => ({
  ...other,
  read: (value, options) => (isExample(value) ? admitted : other).read(value, options),
})

/** The same with `is_classification`, which is no unless it says so. */
export const classified: Door<Classified> = rowDoor('classified-example', row => {
  const { is_classification: said, ...rest } = row
  return { ...bootstrappedOf(rest), isClassification: said === true }
})

/** `{ examples: [example, …] }`, or one example, which makes a draw of one. */
export const exampleDraw: Door<ExampleDraw> = rowDoor('example-draw', row =>
  row.examples === undefined
    ? { examples: [exampleOf(row)] }
    : {
        ...without(row, 'examples'),
        examples: list(row, 'examples').map((one, at) => {
          if (isRow(one)) return exampleOf(one)
          throw wrong(`examples[${at}] is not an object`)
        }),
      },
)
