import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AutoifError } from '../../errors.ts'
import type { OutputFact } from '../../report/card.ts'
import type { TrainingData } from '../../training/job.ts'
import { alsoOf } from '../open/also.ts'
import { nameOf } from '../open/written.ts'
import { recognised } from './recognised.ts'

const usage = (message: string, hint: string): AutoifError => new AutoifError('AUTOIF_USAGE', message, { hint })

const inFolder = (folder: string): readonly TrainingData[] => {
  const path = join(folder, 'summary.json')
  const hint = 'Name the directory of a run that has ended, or files as FORMAT=FILE.'
  if (!existsSync(path)) throw usage(`${folder} has no summary.json that says what was written`, hint)
  let outputs: readonly OutputFact[] | undefined
  try {
    outputs = JSON.parse(readFileSync(path, 'utf8')).outputs
  } catch {}
  if (!Array.isArray(outputs)) throw usage(`${path} does not say what was written`, hint)
  return outputs.map(({ name, file, format }) => ({ name, format, path: join(folder, file), folder }))
}

const inFile = (path: string): readonly TrainingData[] => {
  const format = recognised(path)
  if (format === undefined)
    throw usage(`the first row of ${path} is in no format that is known`, `Name its format: FORMAT=${path}.`)
  return [{ name: nameOf(format), format, path }]
}

/** What there is to train on: each of `given` is the directory of a run, a file, or FORMAT=FILE. Throws AUTOIF_USAGE. */
export const trainingData = (given: readonly string[]): readonly TrainingData[] =>
  given.flatMap(one => {
    if (existsSync(one)) return statSync(one).isDirectory() ? inFolder(one) : inFile(one)
    if (!one.includes('=')) throw usage(`there is no ${one}`, 'Name the directory of a run, or files.')
    return alsoOf({ also: one, run: '' }).map(({ name, format, path }) => ({ name: nameOf(name), format, path }))
  })
