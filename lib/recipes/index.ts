import { AutoifError } from '../errors.ts'
import type { Recipe } from '../flow/recipe.ts'
import { autoif } from './autoif.ts'
import { backtranslation } from './backtranslation.ts'
import { conversations } from './conversations.ts'
import { dispatcher } from './dispatcher.ts'
import type { House } from './house.ts'
import type { Knobs } from './knobs.ts'
import { llama3 } from './llama3.ts'
import { didYouMean } from './nearest.ts'
import { type RecipeName, recipeNeeds } from './needs.ts'
import type { Part } from './part.ts'
import { selfInstruct } from './self-instruct.ts'
import { stageNeeds } from './stage-needs.ts'

const book: Readonly<Record<RecipeName, (house: House, knobs: Knobs) => Recipe>> = {
  autoif,
  backtranslation,
  conversations,
  dispatcher,
  llama3,
  'self-instruct': selfInstruct,
}

export const recipeNames = Object.keys(book) as readonly RecipeName[]

/** The name, when there is a recipe of that name. Throws AUTOIF_USAGE when there is none; `commands` may have been meant as well. */
export const knownRecipe = (name: string, commands: readonly string[] = []): RecipeName => {
  if (Object.hasOwn(book, name)) return name as RecipeName
  const meant = stageNeeds.has(name)
    ? `It is a stage: autoif-stream stage ${name}. `
    : didYouMean(name, [...recipeNames, ...commands])
  throw new AutoifError('AUTOIF_USAGE', `there is no recipe or command ${JSON.stringify(name)}`, {
    hint: `${meant}Recipes: ${recipeNames.join(', ')}. See autoif-stream --help for the commands.`,
  })
}

/** Throws AUTOIF_USAGE when there is no such recipe. */
export const recipeNamed = (name: string): ((house: House, knobs: Knobs) => Recipe) => book[knownRecipe(name)]

/** How a recipe goes when nothing else is said. */
export interface Way {
  /** Which rows leave by its main stream; the others leave where there is a sink for them. */
  readonly main: 'sft' | 'dpo'
  /** What its instructions are made after: the seed instructions, or pairs of a query and an instruction. */
  readonly begins: 'seeds' | 'pairs'
  /** The stage that makes its SFT rows. */
  readonly rows: 'to-sft' | 'to-chosen-sft'
  /** The stage at which what its rows are made of begins to cost something: queries are pulled into `pair`, all else enters. */
  readonly gate: 'pair' | 'propose' | 'invert' | 'bootstrap'
  /** Whether it compares sentences by inference, so that the model for it has to be opened. */
  readonly infers: boolean
  /** What comes in by stdin or `--queries`; seed tasks come in by neither. */
  readonly reads: 'queries' | 'completions' | 'seed tasks'
  /** Every row that it can make. */
  readonly makes: readonly Made[]
  /** Whether it fills placeholders in instructions. */
  readonly fills: boolean
}

/** Rows by their kind, and those of a level of their own: pairs of an instruction's cases, rows that train a backward model. */
export type Made = 'sft' | 'dpo' | 'kto' | 'rlvr' | 'instruction-dpo' | 'inverse-sft'

type Own = Pick<Way, 'main' | 'rows' | 'gate'>

const usual: Own = { main: 'sft', rows: 'to-sft', gate: 'pair' }

const ways: { readonly [Name in RecipeName]?: Partial<Own> } = {
  backtranslation: { gate: 'invert' },
  llama3: { main: 'dpo', rows: 'to-chosen-sft', gate: 'propose' },
  'self-instruct': { gate: 'bootstrap' },
}

const rowsOf: { readonly [Sink in Part]?: Made } = {
  ...{ sft: 'sft', sftAside: 'sft', dpo: 'dpo', kto: 'kto', rlvr: 'rlvr' },
  ...{ instructionDpo: 'instruction-dpo', inverseSft: 'inverse-sft' },
}

/** How the recipe of this name goes, by what it needs; as `autoif` does where there is none of that name. */
export const wayOf = (name: string): Way => {
  const known = Object.hasOwn(book, name) ? (name as RecipeName) : 'autoif'
  const { parts, rooms } = recipeNeeds[known]
  return {
    ...usual,
    ...ways[known],
    begins: parts.includes('pairs') ? 'pairs' : 'seeds',
    infers: parts.includes('nli'),
    fills: rooms.includes('fill'),
    reads: parts.includes('pool') ? 'seed tasks' : parts.includes('completions') ? 'completions' : 'queries',
    makes: parts.flatMap(part => rowsOf[part] ?? []),
  }
}
