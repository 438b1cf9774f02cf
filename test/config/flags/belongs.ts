import t from 'tap'
import {
  flagsOf,
  type Goer,
  goerCalled,
  goersBy,
  meantFor,
  roomsFor,
  settingsOfAll,
} from '../../../lib/config/flags/belongs.ts'
import { knobFlags } from '../../../lib/config/flags/knob-flags.ts'
import { settingFlags } from '../../../lib/config/flags/setting-flags.ts'

const called = (name: string, alone = false) => goerCalled(name, alone) as Goer

t.test('every flag is for somebody', async t => {
  for (const { flag } of [...settingFlags, ...knobFlags]) t.not(goersBy(flag.replace(/^no-/, '')).length, 0, flag)
})

t.test('a recipe and a stage go by flags of their own', async t => {
  const names = (goer: Goer) => [...flagsOf(goer).settings, ...flagsOf(goer).knobs].map(({ flag }) => flag)
  t.match(new Set(names(called('llama3'))), new Set(['pairs', 'show-verifier', 'dpo', 'dpo-format', 'run']))
  t.notOk(names(called('llama3')).some(flag => ['seeds', 'judge-model', 'nli', 'min-score', 'names'].includes(flag)))
  t.same(
    names(called('novel', true)).filter(flag => !settingsOfAll(true).some(one => one.flag === flag)),
    ['names', 'near-duplicate'],
  )
})

t.test('what all go by leaves out what one of them does without', async t => {
  const flags = (alone: boolean) => settingsOfAll(alone).map(({ flag }) => flag)
  t.ok(['model', 'base-url', 'run', 'sft', 'seed', 'config'].every(flag => flags(false).includes(flag)))
  t.notOk(flags(false).some(flag => ['queries', 'dpo', 'nli', 'seeds', 'import'].includes(flag)))
  t.ok(['rejects', 'input-format', 'strict', 'import', 'quiet'].every(flag => flags(true).includes(flag)))
  t.notOk(flags(true).some(flag => ['model', 'threads', 'run', 'names'].includes(flag)))
})

t.test('a stage alone has no use for what makes a run, nor a recipe for what a stage is told', async t => {
  const meant = (flag: string, alone: boolean) => settingFlags.some(one => one.flag === flag && meantFor(one, alone))
  for (const flag of ['run', 'dry-run']) t.same([meant(flag, false), meant(flag, true)], [true, false], flag)
  t.same([meant('names', false), meant('names', true)], [false, true])
})

t.test('of the rooms that a flag turns, those of the recipe are told', async t => {
  const flag = knobFlags.find(one => one.flag === 'temperature')
  t.same(flag && roomsFor(flag, called('autoif')), ['sample'])
  t.same(flag && roomsFor(flag, called('conversations')), ['satisfy', 'converse'])
  t.same(flag && roomsFor(flag, called('backtranslation')), [])
})

t.test('nobody is called what nobody knows', async t => {
  t.equal(goerCalled('screen', false), undefined)
  t.equal(goerCalled('autoif', true), undefined)
})
