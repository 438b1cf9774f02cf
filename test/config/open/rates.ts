import t from 'tap'
import { rates, rehearsalRates } from '../../../lib/config/open/rates.ts'

t.test('rates are read with blanks around them, and none from an empty text', async t => {
  t.same(rates('wrongFunctions=0.3, lowScores = 0', rehearsalRates), { wrongFunctions: 0.3, lowScores: 0 })
  t.same(rates('', rehearsalRates), {})
})

t.test('an unknown rate is named, with those there are', async t => {
  for (const name of ['wrongFunction', 'lanes', 'toString']) {
    t.throws(
      () => rates(`lowScores=0,${name}=1`, rehearsalRates),
      { code: 'AUTOIF_USAGE', message: `there is no rate "${name}"`, hint: /wrongFunctions, .*lowScores/ },
      name,
    )
  }
})

t.test('a rate is a number from 0 up', async t => {
  for (const value of ['=-0.1', '=half', '=', '']) {
    t.throws(
      () => rates(`lowScores${value}`, rehearsalRates),
      { code: 'AUTOIF_USAGE', message: /^lowScores takes/ },
      value,
    )
  }
})
