import { AutoifError } from '../errors.ts'
import type { Recipe } from '../flow/recipe.ts'
import { autoif } from './autoif.ts'
import type { House } from './house.ts'
import type { Knobs } from './knobs.ts'

const book = { autoif } as const satisfies Record<string, (house: House, knobs: Knobs) => Recipe>

export type RecipeName = keyof typeof book

/** Throws AUTOIF_USAGE when there is no such recipe. */
export const recipeNamed = (name: string): ((house: House, knobs: Knobs) => Recipe) => {
  if (Object.hasOwn(book, name)) return book[name as RecipeName]
  throw new AutoifError('AUTOIF_USAGE', `there is no recipe or command ${JSON.stringify(name)}`, {
    hint: `Recipes: ${Object.keys(book).join(', ')}. See autoif-stream --help for the commands.`,
  })
}
