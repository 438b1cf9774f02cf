import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { AutoifError } from '../../errors.ts'
import { type Prices, readPrices } from '../../models/budget/prices.ts'

// The built-in teacher is not bought.
const free: Prices = new Map([['rehearsal', { prompt: 0, cached: 0, completion: 0, batch: 1 }]])

/** The prices in a YAML or JSON file, besides the built-in teacher's; that alone for ''. Throws AUTOIF_USAGE when it cannot be read. */
export const pricesIn = (path: string): Prices => {
  if (path === '') return free
  let table: unknown
  try {
    table = parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new AutoifError(
      'AUTOIF_USAGE',
      `cannot read the prices in ${path}: ${(cause as Error).message.split('\n')[0]}`,
      {
        cause,
        hint: 'Name a YAML or JSON file such as { "qwen": { "prompt": 0.35, "completion": 0.4 } }, in dollars for a million tokens.',
      },
    )
  }
  return new Map([...free, ...readPrices(table)])
}
