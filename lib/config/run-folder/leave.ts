import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AutoifError } from '../../errors.ts'
import { wayOf } from '../../recipes/index.ts'
import { type CardFacts, card, cardMark } from '../../report/card.ts'
import type { TrainingData } from '../../training/job.ts'
import { recipes, type TrainingRecipe, type TrainingStage, trainerNames } from '../../training/recipes.ts'
import { meantFor, readable, trainConfig } from '../../training/train-config.ts'
import type { Config } from '../read-config.ts'
import { changedFlags } from './changed-flags.ts'
import { writtenYaml } from './written-yaml.ts'

const whole = async (path: string, text: string): Promise<void> => {
  await writeFile(`${path}.part`, text)
  await rename(`${path}.part`, path)
}

const linesOf = (text: string): readonly string[] => text.split('\n').filter(Boolean)

// The recipe whose numbers go with a preset's, or with a recipe's own, where it trains what there is.
const presetRecipes: Readonly<Record<string, TrainingRecipe>> = {
  paper: 'autoif-paper',
  llama3: 'llama3',
  backtranslation: 'backtranslation',
}

const recipeFor = (preset: string, recipe: string, stage: TrainingStage): TrainingRecipe => {
  const own = presetRecipes[preset] ?? presetRecipes[recipe]
  return own && stage in recipes[own] ? own : 'autoif'
}

/** A weight of 1, as llama3_autoif adds its loss on chosen responses. */
const nll = 1

const jobNames = ['sft', 'dpo', 'dpo-nll', 'inverse-sft'] as const

interface Job {
  readonly name: (typeof jobNames)[number]
  readonly stage: TrainingStage
  readonly recipe: TrainingRecipe
  readonly nll?: number
}

const fileOf = (trainer: string, job: Job['name']): string => `${trainer}-${job}.yaml`

// Every name that a training file of ours can have.
const trainingNames = trainerNames.flatMap(trainer => jobNames.map(job => fileOf(trainer, job)))

/**
 * The training files of a run by their names: for each trainer what it can read of it, DPO with and without a loss on chosen
 * responses, and for a backward model where there are rows for one.
 */
export const trainingFiles = (
  preset: string,
  data: readonly TrainingData[],
  recipe = 'autoif',
): Readonly<Record<string, string>> => {
  const jobs: readonly Job[] = [
    { name: 'sft', stage: 'sft', recipe: recipeFor(preset, recipe, 'sft') },
    { name: 'dpo', stage: 'dpo', recipe: recipeFor(preset, recipe, 'dpo') },
    { name: 'dpo-nll', stage: 'dpo', recipe: recipeFor(preset, recipe, 'dpo'), nll },
    { name: 'inverse-sft', stage: 'sft', recipe: 'backtranslation-inverse' },
  ]
  return Object.fromEntries(
    trainerNames.flatMap(trainer =>
      jobs
        .filter(job => readable(trainer, job.stage, meantFor(job.recipe, data)).length > 0)
        .map(({ name, ...job }) => {
          const { options, above } = trainConfig({ ...job, trainer, data })
          return [fileOf(trainer, name), writtenYaml(options, above)]
        }),
    ),
  )
}

const ours = (path: string): boolean => !existsSync(path) || readFileSync(path, 'utf8').includes(cardMark)

/**
 * Leaves the card and the training files of a run that has ended in its directory, beside its rows. A README.md of somebody
 * else's stays as it is, and is what comes back. Throws AUTOIF_SINK.
 */
export const leave = async (
  { name: recipe, settings, knobs }: Config,
  facts: CardFacts,
  data: readonly TrainingData[],
): Promise<string | undefined> => {
  const { run, model, judgeModel, backwardModel, preset, license, inputLicense, cardLanguage } = settings
  const readme = join(run, 'README.md')
  try {
    await mkdir(join(run, 'train'), { recursive: true })
    const files = trainingFiles(preset, data, recipe)
    for (const [name, text] of Object.entries(files)) await whole(join(run, 'train', name), text)
    // Of an earlier attempt, for datasets that dataset_info.json no longer has.
    for (const name of trainingNames) if (!(name in files)) await rm(join(run, 'train', name), { force: true })
    if (!ours(readme)) return readme
    const told = {
      license,
      inputLicenses: linesOf(inputLicense),
      languages: linesOf(cardLanguage),
      model,
      judge: wayOf(recipe).reads === 'seed tasks' ? '' : judgeModel || model,
      backward: backwardModel,
      changed: changedFlags({ knobs, settings }),
    }
    const { head, body } = card(facts, told)
    await whole(readme, `---\n${writtenYaml(head)}---\n${body}`)
    return undefined
  } catch (cause) {
    throw new AutoifError('AUTOIF_SINK', `cannot write into ${run}: ${(cause as Error).message}`, {
      cause,
      hint: 'The rows are there; make room or name another directory with --run.',
    })
  }
}
