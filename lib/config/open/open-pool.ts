import type { AutoifError } from '../../errors.ts'
import type { House } from '../../recipes/house.ts'
import type { Config } from '../read-config.ts'
import { noModel } from './open-model.ts'
import type { OpenResources } from './open-resources.ts'
import { unopenedNli, unopenedSandbox } from './unopened.ts'

/**
 * The house of a recipe that grows a pool of tasks; neither sandbox nor NLI is opened, and stdin stays closed. Throws what cannot
 * be had. `heard` is told when the pool can no longer grow.
 */
export const openPool = async (
  { settings, knobs }: Pick<Config, 'settings' | 'knobs'>,
  resources: OpenResources,
  heard?: (fault: AutoifError) => void,
): Promise<Omit<House, 'sft' | 'dpo'>> => {
  if (settings.model === '') throw noModel()
  const pool = await resources.pool(knobs.admit, heard)
  const model = await resources.model()
  return {
    draws: [],
    queries: [],
    pool,
    embedder: await resources.embedder(),
    benchmarks: await resources.benchmarks(),
    model,
    judge: model,
    sandbox: unopenedSandbox,
    nli: unopenedNli,
  }
}
