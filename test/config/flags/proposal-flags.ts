import t from 'tap'
import { knobFlags } from '../../../lib/config/flags/knob-flags.ts'
import { proposalFlags } from '../../../lib/config/flags/proposal-flags.ts'

t.test('proposals have their flags among the others', async t => {
  t.ok(proposalFlags.length > 0)
  for (const one of proposalFlags) t.ok(knobFlags.includes(one), one.flag)
})
