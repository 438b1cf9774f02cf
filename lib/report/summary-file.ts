import { writeFile } from 'node:fs/promises'
import { AutoifError } from '../errors.ts'

/** Writes a summary as JSON to a file, or to stdout where the path is `-`. Throws AUTOIF_SINK when the file cannot be written. */
export const writeSummary = async (path: string, facts: unknown, stdout: NodeJS.WritableStream): Promise<void> => {
  const text = `${JSON.stringify(facts, null, 2)}\n`
  if (path === '-') return void stdout.write(text)
  try {
    await writeFile(path, text)
  } catch (cause) {
    throw new AutoifError('AUTOIF_SINK', `cannot write the summary to ${path}: ${(cause as Error).message}`, {
      cause,
      hint: 'Name a file that may be written with --summary.',
    })
  }
}
