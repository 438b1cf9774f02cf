import t from 'tap'
import { vague, vagueCases } from '../../../lib/models/rehearsal/vague.ts'
import { compiled } from '../../fixtures/families.ts'

t.test('the vague functions accept the texts that pass as followed and refuse the blank ones', async t => {
  for (const [says, code] of Object.entries(vague)) {
    for (const [input, output] of vagueCases) t.equal(compiled(code)(input), output, `${says} ${JSON.stringify(input)}`)
  }
})
