import t from 'tap'
import { gaugeMachine } from '../../../lib/config/gauge/gauge-machine.ts'
import { gaugeMaterial } from '../../../lib/config/gauge/gauge-material.ts'
import { openResources } from '../../../lib/config/open/open-resources.ts'
import { readConfig } from '../../../lib/config/read-config.ts'

t.test('every part of the machine has its figures', async t => {
  const config = readConfig({ command: 'bench', args: [], options: { threads: '1' } }, {})
  const resources = openResources(config.settings, {})
  t.teardown(() => resources.close())
  const said: string[] = []
  const say = (words: string) => void said.push(words)
  const machine = await gaugeMachine({ config, material: await gaugeMaterial(), resources, seconds: 0.05, say })
  const pace = { startMs: Number, perSecond: Number, perSecondWithStart: Number }
  t.match(machine, {
    ndjson: { megabytesPerSecond: Number, rowsPerSecond: Number, rowBytes: Number },
    verdicts: { threads: 1, javascript: pace, python: pace },
    nli: { name: 'lexical-baseline', ...pace },
  })
  const { ndjson, verdicts, nli } = machine
  t.ok(Math.min(ndjson.rowsPerSecond, verdicts.javascript.perSecond, verdicts.python.perSecond, nli.perSecond) > 0)
  t.equal(said.length, 4)
})
