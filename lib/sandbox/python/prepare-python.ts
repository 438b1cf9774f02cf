import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { AutoifError } from '../../errors.ts'
import { beginning } from './furnished.ts'
import { type Parts, readParts, shared } from './parts.ts'
import { readSnapshot, writeSnapshot } from './snapshot-file.ts'
import { snapshotOf } from './snapshot-of.ts'

export interface PythonOptions {
  /** Megabytes that Python may fill: 30 are filled at the start, and 192 is plenty. */
  readonly memoryMb: number
  /** Where the snapshot is kept. */
  readonly folder: string
}

/** All that interpreters are started from. Structured clone takes it; its large parts are shared, not copied. */
export interface Prepared {
  readonly parts: Parts
  readonly snapshot: Uint8Array
  /** What the user should be told, once. */
  readonly note?: string
}

// What an error of Python's comes to stands at its end.
const why = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).trimEnd().split('\n').at(-1) ?? ''

// Whatever makes a snapshot what it is goes into its name, so that a stale one is never found. How far the memory may grow
// later is none of it.
const nameFor = ({ version, glue, preload }: Parts): string => {
  const hash = createHash('sha256').update(JSON.stringify([glue, preload, beginning]))
  return `python-${version}-${hash.digest('hex').slice(0, 16)}.snapshot`
}

const built = async (parts: Parts, build: typeof snapshotOf): Promise<Uint8Array> => {
  try {
    return await build(parts)
  } catch (error) {
    throw new AutoifError(
      'AUTOIF_SANDBOX',
      `Python, which runs Python verifiers, could not be started: ${why(error)}`,
      {
        hint: 'See that 500 MB of memory are free and that "npm ci" ran without errors, or ask for JavaScript verifiers only.',
        cause: error,
      },
    )
  }
}

/**
 * Gets ready what Python interpreters are started from: 0.2 s, and some 3 s more when there is no snapshot for this version of
 * Pyodide and of our own Python yet, or only a damaged one. It is to be done once for a process.
 * Throws AUTOIF_SANDBOX when Python cannot be had; a folder that cannot be written to is only noted.
 */
export const preparePython = async (
  { memoryMb, folder }: PythonOptions,
  build: typeof snapshotOf = snapshotOf,
): Promise<Prepared> => {
  const parts = readParts(memoryMb)
  const file = join(folder, nameFor(parts))
  const kept = await readSnapshot(file)
  if (kept) return { parts, snapshot: shared(kept) }
  const snapshot = shared(await built(parts, build))
  try {
    await writeSnapshot(file, snapshot)
    return { parts, snapshot }
  } catch (error) {
    const note = `Python starts slowly, because its snapshot cannot be kept in ${folder} (${why(error)}); set AUTOIF_CACHE_DIR`
    return { parts, snapshot, note }
  }
}
