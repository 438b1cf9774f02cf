import { recipeNeeds } from '../../recipes/needs.ts'
import type { Needs } from '../../recipes/part.ts'
import { stageNeeds } from '../../recipes/stage-needs.ts'
import { type KnobFlag, knobFlags } from './knob-flags.ts'
import { type SettingFlag, settingFlags } from './setting-flags.ts'

// One stage alone writes to stdout, takes its records from stdin, and makes no run that could be forecast.
const recipeOnly = new Set([
  ...['sft', 'dpo', 'inverse-sft', 'seed-rows', 'also', 'license', 'input-license', 'card-language', 'run'],
  ...['instructions', 'target', 'target-pairs', 'dry-run', 'pilot'],
])
const stageOnly = new Set(['import', 'names', 'kto-format', 'rlvr-format'])

/** Whether a setting can be meant for a stage that runs alone, or for a recipe. */
export const meantFor = ({ flag }: SettingFlag, alone: boolean): boolean => !(alone ? recipeOnly : stageOnly).has(flag)

/** Somebody who goes by flags. */
export interface Goer {
  readonly name: string
  /** A stage that runs alone, and not a recipe. */
  readonly alone: boolean
  readonly needs: Needs
}

const goers: readonly Goer[] = [
  ...Object.entries(recipeNeeds).map(([name, needs]) => ({ name, alone: false, needs })),
  ...[...stageNeeds].map(([name, needs]) => ({ name, alone: true, needs })),
]

/** The recipe or the stage of this name; undefined for one that only somebody else knows. */
export const goerCalled = (name: string, alone: boolean): Goer | undefined =>
  goers.find(one => one.name === name && one.alone === alone)

/** The rooms in which a flag turns something for the recipe or the stage, the first of them as its own. */
export const roomsFor = ({ room, also = [], knob }: KnobFlag, { needs }: Goer): KnobFlag['also'] & object => {
  const { rooms, idle = [], besides = [] } = needs
  return [room, ...also].filter(one => {
    const name = `${one}.${knob}`
    return (rooms.includes(one) && !idle.includes(name)) || besides.includes(name)
  })
}

const takes = (flag: SettingFlag, { alone, needs }: Goer): boolean =>
  meantFor(flag, alone) && (flag.of === undefined || flag.of.some(part => needs.parts.includes(part)))

/** The flags that the recipe or the stage goes by. */
export const flagsOf = (goer: Goer) => ({
  settings: settingFlags.filter(flag => takes(flag, goer)),
  knobs: knobFlags.filter(flag => roomsFor(flag, goer).length > 0),
})

/** The settings that all recipes, or all stages, go by. */
export const settingsOfAll = (alone: boolean): readonly SettingFlag[] =>
  settingFlags.filter(flag => goers.every(goer => goer.alone !== alone || takes(flag, goer)))

/** Whether a recipe or a stage goes by the flag with this name, its `no-` left out. */
export const goesBy = (goer: Goer, name: string): boolean => {
  const { settings, knobs } = flagsOf(goer)
  return [...settings, ...knobs].some(({ flag }) => flag.replace(/^no-/, '') === name)
}

/** Who goes by the flag with this name: recipes, then stages. */
export const goersBy = (name: string): readonly Goer[] => goers.filter(goer => goesBy(goer, name))
