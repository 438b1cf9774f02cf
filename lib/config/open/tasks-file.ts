import { fromPackage } from '../../package-folder.ts'
import type { Settings } from '../settings.ts'

/** The file of tasks that a pool begins with: our own unless another is named. */
export const tasksFile = ({ seeds }: Pick<Settings, 'seeds'>): string =>
  seeds || fromPackage('fixtures', 'seed-tasks.jsonl')
