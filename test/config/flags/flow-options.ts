import { Command } from 'commander'
import t from 'tap'
import { knobOptions, settingOptions, withFlowOptions } from '../../../lib/config/flags/flow-options.ts'
import { knobFlags } from '../../../lib/config/flags/knob-flags.ts'
import { settingFlags } from '../../../lib/config/flags/setting-flags.ts'
import { settings } from '../../../lib/config/settings.ts'
import { turned } from '../../../lib/recipes/knobs.ts'

const help = (alone: boolean): string =>
  withFlowOptions(new Command('any'), alone).configureHelp({ helpWidth: 200 }).helpInformation()

t.test('help says what holds when nothing is said', async t => {
  const said = help(false)
  t.match(said, /--responses <n> +responses sampled per query, at most \(default 8\)/)
  t.match(said, /--cycle +.*\(default on\)/)
  t.match(said, /--strict-score +the score must be exceeded, not reached\n/, 'what is off needs no saying')
  t.match(said, /--pairing <how> +.*choices: "two-by-two", "zip-cycle"/)
})

t.test('what holds may be another’s, of the room that is told', async t => {
  const preset = {
    settings: { ...settings, preset: 'mine', concurrency: 7 },
    knobs: turned({ satisfy: { temperature: 2 } }),
  }
  const named = <One extends { readonly flag: string }>(flags: readonly One[], flag: string): One =>
    flags.find(one => one.flag === flag) as One
  const [option] = knobOptions(named(knobFlags, 'temperature'), preset, 'satisfy')
  t.match(option, { description: /\(default 2\)/, helpGroupHeading: /--preset mine;/ })
  t.match(settingOptions(named(settingFlags, 'concurrency'), preset)[0], { description: /\(default 7\)/ })
  t.match(settingOptions(named(settingFlags, 'max-cost'), preset)[0]?.description, /than this are spent$/, 'endless')
  t.match(settingOptions(named(settingFlags, 'judge-model'), preset)[0]?.description, /unless given$/, 'empty')
})

t.test('a recipe writes files, one stage takes stages of your own and may write others’ names', async t => {
  t.match(help(false), '--run <dir>')
  t.notMatch(help(false), '--import')
  t.notMatch(help(true), '--run <dir>')
  t.match(help(true), '--import <file>')
  t.notMatch(help(false), '--names')
  t.match(help(false), '--also <format>')
  t.notMatch(help(true), '--also')
  t.match(help(true), '--kto-format <format>')
  t.match(
    help(true).replace(/\s+/g, ' '),
    /--names <whose> .*default autoif\) \(choices: "autoif", "llama3", "dispatcher", "dsaa6000q"\)/,
  )
})
