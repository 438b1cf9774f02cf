import { turned } from '../../recipes/knobs.ts'
import { type Preset, presets } from '../../recipes/presets.ts'
import { knobFlags } from '../flags/knob-flags.ts'
import type { Config } from '../read-config.ts'

/** The numbers of the stages that are not the preset's, as options. */
export const changedFlags = ({ knobs, settings }: Pick<Config, 'knobs' | 'settings'>): readonly string[] => {
  const standard: Readonly<Record<string, Readonly<Record<string, unknown>>>> = turned(
    presets[settings.preset as Preset],
  )
  const mine: typeof standard = knobs
  return knobFlags.flatMap(({ flag, room, knob, kind }) => {
    const value = mine[room]?.[knob]
    if (JSON.stringify(value) === JSON.stringify(standard[room]?.[knob])) return []
    if (kind === 'switch') return [value ? `--${flag}` : `--no-${flag}`]
    return [`--${flag} ${value}`]
  })
}
