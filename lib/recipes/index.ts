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
import { selfInstruct } from './self-instruct.ts'
import { stageNeeds } from './stage-needs.ts'

const book = {
  autoif,
  backtranslation,
  conversations,
  dispatcher,
  llama3,
  'self-instruct': selfInstruct,
} as const satisfies Record<string, (house: House, knobs: Knobs) => Recipe>

export type RecipeName = keyof typeof book

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

const usual: Way = {
  main: 'sft',
  begins: 'seeds',
  rows: 'to-sft',
  gate: 'pair',
  infers: true,
  reads: 'queries',
  makes: ['sft', 'dpo', 'kto', 'rlvr', 'instruction-dpo'],
  fills: false,
}

const ways: { readonly [Name in RecipeName]?: Partial<Way> } = {
  backtranslation: { gate: 'invert', infers: false, reads: 'completions', makes: ['sft', 'inverse-sft'] },
  conversations: { infers: false, fills: true, makes: ['sft'] },
  dispatcher: { infers: false, fills: true },
  llama3: {
    main: 'dpo',
    begins: 'pairs',
    rows: 'to-chosen-sft',
    gate: 'propose',
    infers: false,
    makes: ['dpo', 'sft', 'kto', 'rlvr'],
  },
  'self-instruct': { gate: 'bootstrap', infers: false, reads: 'seed tasks', makes: ['sft'] },
}

/** How the recipe of this name goes; as `autoif` does where nothing else is said. */
export const wayOf = (name: string): Way => ({
  ...usual,
  ...(Object.hasOwn(ways, name) ? ways[name as RecipeName] : {}),
})
