import { type Way, wayOf } from '../../recipes/index.ts'
import { alsoOf } from '../open/also.ts'
import type { Config } from '../read-config.ts'

/**
 * The rows that a run makes: those of its recipe, but no pairs where each query has one response, which is never both chosen
 * and rejected, unless pairs are asked for by name.
 */
export const madeBy = ({ name, settings, knobs }: Pick<Config, 'name' | 'settings' | 'knobs'>): Way['makes'] => {
  const { main, makes } = wayOf(name)
  const { dpo, targetPairs } = settings
  const asked = dpo !== '' || targetPairs < Number.POSITIVE_INFINITY
  const also = alsoOf(settings).some(({ kind, level }) => kind === 'dpo' && level === 'query')
  const pairless = knobs.sample.responses < 2 && main !== 'dpo' && !asked && !also
  return pairless ? makes.filter(made => made !== 'dpo') : makes
}
