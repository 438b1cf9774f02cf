import t from 'tap'
import { outputFlags } from '../../../lib/config/flags/output-flags.ts'
import { settingFlags } from '../../../lib/config/flags/setting-flags.ts'
import { formats } from '../../../lib/sinks/shapes/index.ts'

t.test('every form of a kind may be chosen, and --also names them all', async t => {
  const choices = (flag: string) => outputFlags.find(one => one.flag === flag)?.choices
  for (const kind of ['sft', 'dpo', 'kto', 'rlvr'] as const)
    t.strictSame(choices(`${kind}-format`), Object.keys(formats[kind]))
  const { words = '', several } = outputFlags.find(({ flag }) => flag === 'also') ?? {}
  for (const some of Object.values(formats)) for (const name of Object.keys(some)) t.ok(words.includes(name), name)
  t.equal(several, 'lines', 'a path may hold blanks')
})

t.test('they stand together in the help', async t => {
  const groups = settingFlags.map(({ group }) => group)
  t.equal(groups.lastIndexOf('Output') - groups.indexOf('Output') + 1, outputFlags.length)
})
