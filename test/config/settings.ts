import t from 'tap'
import { settingFlags } from '../../lib/config/flags/setting-flags.ts'
import { outputsOf } from '../../lib/config/open/open-sinks.ts'
import { readConfig } from '../../lib/config/read-config.ts'
import { settings } from '../../lib/config/settings.ts'

t.test('untold, it is a filter: from stdin to stdout, and nothing else is kept', async t => {
  t.equal(settings.queries, '-')
  t.same(outputsOf(settings), { sft: '-', dpo: '', rejects: '', summary: '' })
  t.same(
    outputsOf(settings, 'dpo'),
    { sft: '', dpo: '-', rejects: '', summary: '' },
    'of pairs, when those are what is made',
  )
})

t.test('to say what holds anyway changes nothing', async t => {
  const said = settingFlags.flatMap(({ flag, setting }) => {
    const standard: unknown = settings[setting]
    const endless = standard === Number.POSITIVE_INFINITY || setting === 'config'
    return endless ? [] : [[flag.replace(/^no-/, ''), typeof standard === 'boolean' ? standard : `${standard}`]]
  })
  const { settings: told } = readConfig({ command: 'run', args: [], options: Object.fromEntries(said) }, {})
  t.same(told, settings)
})
