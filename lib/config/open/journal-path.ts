import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AutoifError } from '../../errors.ts'
import type { Settings } from '../settings.ts'

/** The path of the answer journal: the one that was named, or the run directory's own; '' for none. Throws AUTOIF_USAGE when only a journal could answer. */
export const journalOf = ({ journal, run, offline }: Pick<Settings, 'journal' | 'run' | 'offline'>): string => {
  const path = journal === 'auto' ? run && join(run, 'journal.sqlite') : journal
  if (offline && !existsSync(path))
    throw new AutoifError(
      'AUTOIF_USAGE',
      `offline, only an answer journal can answer, and ${path ? `${path} is not there yet` : 'there is none'}`,
      {
        hint: path
          ? 'Run the same command once without --offline, or name another journal with --journal.'
          : 'Name one with --journal, or, of a recipe, a run directory with --run.',
      },
    )
  return path
}
