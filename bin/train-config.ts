import { trainingData } from '../lib/config/run-folder/training-data.ts'
import { writtenYaml } from '../lib/config/run-folder/written-yaml.ts'
import { AutoifError } from '../lib/errors.ts'
import type { TrainerName, TrainingRecipe, TrainingStage } from '../lib/training/recipes.ts'
import { trainConfig } from '../lib/training/train-config.ts'
import type { Command } from './command.ts'

const weight = (text: unknown): number => {
  const value = Number(text)
  if (text !== '' && Number.isFinite(value) && value >= 0) return value
  throw new AutoifError('AUTOIF_USAGE', `--nll takes a number from 0 up, not ${JSON.stringify(text)}`)
}

/** Prints a trainer's file for data that is there. */
export const command: Command = async ({ args, options }, process) => {
  const { recipe, trainer, stage, 'base-model': model, nll } = options
  const { options: written, above } = trainConfig({
    recipe: recipe as TrainingRecipe,
    trainer: trainer as TrainerName,
    stage: stage as TrainingStage,
    data: trainingData(args.length > 0 ? args : ['.']),
    model: String(model),
    nll: weight(nll),
  })
  process.stdout.write(writtenYaml(written, above))
  return 0
}
