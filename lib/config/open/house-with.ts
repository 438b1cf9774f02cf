import process from 'node:process'
import type { House } from '../../recipes/house.ts'
import { type Knobs, knobs as standard } from '../../recipes/knobs.ts'
import { type Settings, settings } from '../settings.ts'
import { seedsAndDraws } from './open-house.ts'
import { noModel } from './open-model.ts'
import { openResources } from './open-resources.ts'
import { nowhere } from './open-rows.ts'

/** The settings that say how the parts of a house are opened; see the flags of the same names. */
export type HouseSettings = Pick<
  Settings,
  | 'model'
  | 'judgeModel'
  | 'baseUrl'
  | 'apiKeyFile'
  | 'concurrency'
  | 'timeout'
  | 'deadline'
  | 'tries'
  | 'patience'
  | 'requestsPerMinute'
  | 'tokensPerMinute'
  | 'hedge'
  | 'keepTruncated'
  | 'samplesPerRequest'
  | 'rehearsal'
  | 'nli'
  | 'threads'
  | 'verifierTimeout'
  | 'verifierMemory'
  | 'seeds'
  | 'pairs'
  | 'decontaminate'
  | 'seed'
>

export interface OpenedHouse extends Omit<House, 'queries' | 'sft'>, AsyncDisposable {
  /** Closes what was opened here; what was given belongs to the giver. */
  close(): Promise<void>
}

/**
 * A house for a program that embeds a recipe: `parts` are used as they are, the others are opened as `told` says. Without
 * `draws` our own seeds are drawn from, without `dpo` pairs go nowhere. For one run; close it then, or open it with
 * `await using`. The key of the model server comes from `apiKeyFile` or OPENAI_API_KEY. Throws AUTOIF_USAGE when
 * neither a model is given nor `model` says which.
 */
export const houseWith = async <Parts extends Partial<House>>(
  parts: Parts,
  told: Partial<HouseSettings> = {},
  knobs: Knobs = standard,
): Promise<OpenedHouse & Parts> => {
  const all = { ...settings, ...told }
  if (!parts.model && all.model === '') throw noModel()
  const resources = openResources(all, process.env)
  const { close } = resources
  try {
    return {
      draws: seedsAndDraws({ settings: all, knobs }),
      pairs: parts.pairs ?? (await resources.pairs()),
      dpo: nowhere,
      ...parts,
      model: parts.model ?? (await resources.model()),
      judge: parts.judge ?? (told.judgeModel || !parts.model ? await resources.judge() : parts.model),
      sandbox: parts.sandbox ?? (await resources.sandbox()),
      nli: parts.nli ?? (await resources.nli()),
      benchmarks: parts.benchmarks ?? (await resources.benchmarks()),
      close,
      [Symbol.asyncDispose]: close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
