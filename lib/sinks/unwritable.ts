import { getSystemErrorMessage } from 'node:util'
import { AutoifError } from '../errors.ts'

const hints: Readonly<Record<string, string>> = {
  ENOENT: 'Create the folder first.',
  EACCES: 'Choose a place that you may write to.',
  EROFS: 'Choose a place that you may write to.',
  EISDIR: 'Name a file, not a folder.',
  ENOSPC: 'Make room on the device; what was written so far is kept.',
}

/** What a sink that cannot be written throws: AUTOIF_SINK with the path and the system's reason in words. */
export const unwritable = (path: string, error: unknown): AutoifError => {
  const { errno, code = '', message } = error as NodeJS.ErrnoException
  const reason = typeof errno === 'number' ? getSystemErrorMessage(errno) : message
  const hint = hints[code]
  return new AutoifError('AUTOIF_SINK', `cannot write ${path}: ${reason}`, { cause: error, ...(hint && { hint }) })
}
