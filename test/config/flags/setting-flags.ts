import t from 'tap'
import { settingFlags } from '../../../lib/config/flags/setting-flags.ts'
import { settings } from '../../../lib/config/settings.ts'

t.test('every setting has exactly one flag', async t => {
  t.same(settingFlags.map(({ setting }) => setting).sort(), Object.keys(settings).sort())
})

t.test('a switch takes no argument and turns away from what holds without it; all others take one', async t => {
  for (const { flag, setting, argument } of settingFlags) {
    const standard = settings[setting]
    t.equal(argument === undefined, typeof standard === 'boolean', `--${flag}`)
    if (typeof standard === 'boolean') t.equal(flag.startsWith('no-'), standard, `--${flag}`)
  }
})

t.test('what holds without a flag could be given with it', async t => {
  for (const { flag, setting, choices, from = 0, to = Number.POSITIVE_INFINITY } of settingFlags) {
    const standard = settings[setting]
    if (choices) t.ok(choices.includes(`${standard}`), `--${flag}`)
    if (typeof standard === 'number') t.ok(standard >= from && standard <= to, `--${flag}`)
  }
})

t.test('no two flags share a letter', async t => {
  const letters = settingFlags.flatMap(({ short }) => short ?? [])
  t.equal(new Set(letters).size, letters.length)
})
