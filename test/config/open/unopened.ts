import t from 'tap'
import { unopenedNli, unopenedSandbox } from '../../../lib/config/open/unopened.ts'

t.test('who calls upon what was not opened hears that it is nobody’s to call', async t => {
  await t.rejects(unopenedNli.judge('a', 'b'), { code: 'AUTOIF_NLI' })
  await t.rejects(unopenedSandbox.grade([], []), { code: 'AUTOIF_SANDBOX' })
})
