import { AutoifError } from '../errors.ts'
import { type Made, wayOf } from '../recipes/index.ts'
import { alsoOf } from './open/also.ts'
import type { Config } from './read-config.ts'

/** Throws AUTOIF_USAGE when something is asked of a recipe that it never makes or reads: better at once than an empty file at the end. */
export const refuseUnmade = ({ name, settings }: Pick<Config, 'name' | 'settings'>): void => {
  const { main, makes, reads } = wayOf(name)
  const { sft, dpo, inverseSft, target, targetPairs, queries, instructions, seedRows, dryRun, pilot } = settings
  const asked: readonly (readonly [flag: string, made: Made])[] = [
    ...(sft ? ([['sft', 'sft']] as const) : []),
    ...(dpo ? ([['dpo', 'dpo']] as const) : []),
    ...(inverseSft ? ([['inverse-sft', 'inverse-sft']] as const) : []),
    ...(targetPairs < Number.POSITIVE_INFINITY ? ([['target-pairs', 'dpo']] as const) : []),
    ...alsoOf(settings).map(
      ({ name, kind, level }) => [`also ${name}`, (level === 'query' ? kind : `${level}-${kind}`) as Made] as const,
    ),
  ]
  const unmade = asked.find(([, made]) => !makes.includes(made))
  if (unmade)
    throw new AutoifError('AUTOIF_USAGE', `--${unmade[0]} asks for rows that the recipe ${name} does not make`, {
      hint: `It makes: ${makes.join(', ')}.`,
    })
  const rowsAsked = main === 'sft' || sft !== '' || alsoOf(settings).some(({ kind }) => kind === 'sft')
  if (target < Number.POSITIVE_INFINITY && !rowsAsked)
    throw new AutoifError(
      'AUTOIF_USAGE',
      `--target counts SFT rows, which ${name} makes only where they are asked for`,
      {
        hint: 'Count pairs with --target-pairs, or name a file for the rows with --sft.',
      },
    )
  const ofQueries = [
    reads === 'seed tasks' && queries !== '-' && 'queries',
    instructions && 'instructions',
    dryRun && 'dry-run',
    pilot > 0 && 'pilot',
  ].find(Boolean)
  const ofCompletions = seedRows && 'seed-rows'
  const [flag, wanted] =
    reads !== 'queries' && ofQueries
      ? [ofQueries, 'queries']
      : [reads !== 'completions' && ofCompletions, 'completions']
  if (flag)
    throw new AutoifError('AUTOIF_USAGE', `--${flag} is for recipes that read ${wanted}, and ${name} reads ${reads}`)
}
