import t from 'tap'
import { knobFlags } from '../../../lib/config/flags/knob-flags.ts'
import { verifierFlags } from '../../../lib/config/flags/verifier-flags.ts'

t.test('what is said of functions holds however they are asked for', async t => {
  for (const one of verifierFlags) t.ok(knobFlags.includes(one), one.flag)
  for (const flag of ['replies', 'verifier-language', 'verifier-temperature'])
    t.match(
      verifierFlags.find(one => one.flag === flag),
      { room: 'generateVerifiers', also: ['writeFunctions'] },
      flag,
    )
})
