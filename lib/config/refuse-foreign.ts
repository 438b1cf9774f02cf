import { AutoifError } from '../errors.ts'
import { recipeNames } from '../recipes/index.ts'
import { stageNeeds } from '../recipes/stage-needs.ts'
import { type Goer, goerCalled, goersBy, goesBy } from './flags/belongs.ts'
import type { Typed } from './typed.ts'

// What is the case there, or was likely meant, where the flag itself would be a good question.
const likely: Readonly<Record<string, string>> = {
  'llama3 --instructions': 'It has one made for every query; autoif puts those verified earlier to queries.',
  'backtranslation --seeds': 'Its seeds are instructions with their responses: name them with --seed-rows.',
}

const listed = (kind: string, names: readonly string[], all: number): readonly string[] => {
  if (names.length === 0) return []
  if (names.length === all) return [`every ${kind}`]
  const [last, ...before] = [...names].reverse()
  return [before.length > 0 ? `the ${kind}s ${before.reverse().join(', ')} and ${last}` : `the ${kind} ${last}`]
}

const owners = (goers: readonly Goer[]): string => {
  const names = (alone: boolean) => goers.filter(one => one.alone === alone).map(({ name }) => name)
  return [...listed('recipe', names(false), recipeNames.length), ...listed('stage', names(true), stageNeeds.size)].join(
    ', and ',
  )
}

/**
 * Throws AUTOIF_USAGE for a flag that was typed though nothing in the recipe or the stage of this name goes by it. What a config file, the
 * environment or a preset says is not looked at, since that may serve several. `passing` are flags that the command itself goes by.
 */
export const refuseForeign = (
  { command, options }: Pick<Typed, 'command' | 'options'>,
  name: string,
  passing: ReadonlySet<string> = new Set(),
): void => {
  const alone = command === 'stage' || command === 'verify'
  const goer = goerCalled(name, alone)
  if (!goer) return
  const foreign = Object.keys(options).find(flag => !passing.has(flag) && !goesBy(goer, flag))
  if (foreign === undefined) return
  const flag = options[foreign] === false ? `--no-${foreign}` : `--${foreign}`
  const belonging = `It is for ${owners(goersBy(foreign))}.`
  const hint = likely[`${name} ${flag}`]
  throw new AutoifError('AUTOIF_USAGE', `nothing in the ${alone ? 'stage' : 'recipe'} ${name} goes by ${flag}`, {
    hint: hint ? `${hint} ${belonging}` : belonging,
  })
}
