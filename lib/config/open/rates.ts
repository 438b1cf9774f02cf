import { AutoifError } from '../../errors.ts'
import { defaults as rehearsal } from '../../models/rehearsal/rates.ts'

/** Reads `name=0.3,other=0` into numbers. Throws AUTOIF_USAGE for a name that is not among `known` or a value below 0. */
export const rates = (text: string, known: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    text
      .split(',')
      .filter(Boolean)
      .map(part => {
        const [name = '', value = ''] = part.split('=').map(side => side.trim())
        if (!known.includes(name))
          throw new AutoifError('AUTOIF_USAGE', `there is no rate ${JSON.stringify(name)}`, {
            hint: `Rates: ${known.join(', ')}.`,
          })
        const rate = value === '' ? Number.NaN : Number(value)
        if (!(rate >= 0))
          throw new AutoifError('AUTOIF_USAGE', `${name} takes a number from 0 up, not ${JSON.stringify(value)}`)
        return [name, rate]
      }),
  )

/** The names of the rehearsal teacher's rates. */
export const rehearsalRates = Object.keys(rehearsal).filter(name => name !== 'lanes')
