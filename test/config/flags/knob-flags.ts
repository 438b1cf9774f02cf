import t from 'tap'
import { choicesOf, type Kind, knobFlags } from '../../../lib/config/flags/knob-flags.ts'
import { settingFlags } from '../../../lib/config/flags/setting-flags.ts'
import { knobs } from '../../../lib/recipes/knobs.ts'
import { languages } from '../../../lib/text/language.ts'

const standards = knobs as Readonly<Record<string, Readonly<Record<string, unknown>>>>

const fits: Record<Kind, (standard: unknown) => boolean> = {
  count: standard => Number.isInteger(standard),
  some: standard => Number.isInteger(standard) && Number(standard) >= 1,
  number: standard => typeof standard === 'number',
  share: standard => typeof standard === 'number' && standard <= 1,
  switch: standard => typeof standard === 'boolean',
  text: standard => typeof standard === 'string',
  pairing: standard => choicesOf('pairing')?.includes(standard as string) ?? false,
  language: standard => choicesOf('language')?.includes(standard as string) ?? false,
  taking: standard => choicesOf('taking')?.includes(standard as string) ?? false,
  dedup: standard => choicesOf('dedup')?.includes(standard as string) ?? false,
  scale: standard => choicesOf('scale')?.includes(standard as string) ?? false,
  form: standard => choicesOf('form')?.includes(standard as string) ?? false,
  blacklist: standard => choicesOf('blacklist')?.includes(standard as string) ?? false,
  tongue: standard => standard === '' || languages.includes(standard as string),
  traits: standard => Array.isArray(standard),
}

const rooms = knobFlags.flatMap(one => [one, ...(one.also ?? []).map(room => ({ ...one, room }))])

t.test('every flag turns a knob that is there, of the kind that it has', async t => {
  for (const { flag, room, knob, kind } of rooms) {
    t.ok(Object.hasOwn(standards[room] ?? {}, knob), `--${flag}: ${room}.${knob} is there`)
    t.ok(fits[kind](standards[room]?.[knob]), `--${flag}: ${JSON.stringify(standards[room]?.[knob])} is a ${kind}`)
  }
})

t.test('every knob has one flag', async t => {
  const turned = rooms.map(({ room, knob }) => `${room}.${knob}`)
  t.equal(new Set(turned).size, turned.length)
  const all = Object.entries(standards).flatMap(([room, own]) => Object.keys(own).map(knob => `${room}.${knob}`))
  t.same(
    all.filter(knob => !turned.includes(knob)),
    [],
  )
})

t.test('no two flags have the same name, nor the name that turns another off', async t => {
  const names = [...settingFlags, ...knobFlags].map(({ flag }) => flag.replace(/^no-/, ''))
  t.equal(new Set(names).size, names.length)
  for (const name of names) t.match(name, /^[a-z]+(-[a-z]+)*$/)
})
