import { fromPackage } from '../../package-folder.ts'
import type { Proposed } from '../../records/records.ts'
import { pairs } from '../../sources/pairs.ts'
import type { Settings } from '../settings.ts'

/** The file of pairs that a run shows its teacher: the one that was named, or the one that ships with the package. */
export const pairsFile = (settings: Pick<Settings, 'pairs'>): string =>
  settings.pairs || fromPackage('fixtures', 'pairs.txt')

/** Queries with an instruction each, to show the teacher. Throws AUTOIF_SOURCE when the file cannot be read. */
export const openPairs = (settings: Pick<Settings, 'pairs'>): Promise<readonly Proposed[]> => pairs(pairsFile(settings))
