import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getSystemErrorMessage } from 'node:util'
import { AutoifError } from '../../errors.ts'
import { lockFile } from '../../models/journal/lock.ts'
import type { Config } from '../read-config.ts'
import { differences, type Manifest, manifestOf } from './manifest.ts'

export interface RunFolder {
  /** Whether an earlier attempt has left its answers here. */
  readonly resumed: boolean
  /** What is not as it was at that attempt, a clause each. */
  readonly differences: readonly string[]
  /** Files of earlier attempts that are still here and that this one does not make. */
  readonly stale: readonly string[]
  /** Lets another process have the directory. */
  release(): void
}

const outputs = ['sft.jsonl', 'dpo.jsonl', 'rejects.jsonl', 'summary.json', 'journal.sqlite']

const manifestIn = (folder: string): Manifest | undefined => {
  const file = join(folder, 'manifest.json')
  if (!existsSync(file)) {
    const found = outputs.find(name => existsSync(join(folder, name)))
    if (found === undefined) return undefined
    throw new AutoifError('AUTOIF_USAGE', `${folder} holds ${found}, but no manifest.json that says what made it`, {
      hint: 'Name a new directory with --run, or move that file away.',
    })
  }
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8'))
    if (manifest._v === 1) return manifest
  } catch {}
  throw new AutoifError('AUTOIF_USAGE', `${file} is not the manifest of a run that this version can read`, {
    hint: 'Name a new directory with --run.',
  })
}

const wordsFor = (cause: unknown): string => {
  const { code, errno, message } = cause as NodeJS.ErrnoException
  if (code === 'EEXIST') return 'it is a file'
  return errno === undefined ? message : getSystemErrorMessage(errno)
}

const refuseAnother = (folder: string, before: string, now: string): void => {
  if (before === now) return
  throw new AutoifError('AUTOIF_USAGE', `${folder} was made by the recipe ${before}, and this is ${now}`, {
    hint: `Name another directory with --run; --journal ${join(folder, 'journal.sqlite')} shares the answers.`,
  })
}

// What was not completed is left under another name.
const standing = (folder: string, files: readonly string[]): readonly string[] =>
  files.filter(file => existsSync(join(folder, file)) || existsSync(join(folder, `${file}.part`)))

/**
 * Makes the run directory, takes it for this process, compares its manifest with this configuration and writes the new one.
 * Throws AUTOIF_USAGE when another process has it, another recipe made it or it is not a run's, AUTOIF_SINK when it cannot be written.
 */
export const openRunFolder = async (config: Config, seeds: string): Promise<RunFolder> => {
  const folder = config.settings.run
  const unwritable = (cause: unknown): AutoifError =>
    new AutoifError('AUTOIF_SINK', `cannot write into ${folder}: ${wordsFor(cause)}`, {
      cause,
      hint: 'Name a directory that may be written with --run.',
    })
  let lock: ReturnType<typeof lockFile>
  try {
    await mkdir(folder, { recursive: true })
    lock = lockFile(join(folder, 'lock'))
  } catch (cause) {
    throw unwritable(cause)
  }
  if (!lock) {
    throw new AutoifError('AUTOIF_USAGE', `another process is at work in ${folder}`, {
      hint: 'Wait for it to end, or name a directory of its own for each run; --journal shares answers between them.',
    })
  }
  try {
    const now = manifestOf(config, seeds)
    const before = manifestIn(folder)
    if (before) refuseAnother(folder, before.recipe, now.recipe)
    const { files = [] } = now
    const stale = standing(folder, before?.files ?? []).filter(one => !files.includes(one))
    const file = join(folder, 'manifest.json')
    const kept = { ...now, files: [...files, ...stale] }
    await writeFile(`${file}.part`, `${JSON.stringify(kept, null, 2)}\n`).catch(cause =>
      Promise.reject(unwritable(cause)),
    )
    await rename(`${file}.part`, file)
    const changed = before ? differences(before, now) : []
    return { resumed: before !== undefined, differences: changed, stale, release: lock.release }
  } catch (error) {
    lock.release()
    throw error
  }
}
