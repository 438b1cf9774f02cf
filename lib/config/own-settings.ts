import { presets } from '../recipes/presets.ts'
import type { Settings } from './settings.ts'

const told: Readonly<Record<string, Partial<Settings>>> = {
  // Whoever trains on conversations reads messages.
  conversations: { sftFormat: 'messages' },
}

/** What a recipe has for settings when nobody says otherwise, where that is not what all others have; its own numbers are the preset of its name. */
export const ownSettings = (recipe: string): Partial<Settings> =>
  Object.hasOwn(presets, recipe) ? { preset: recipe, ...told[recipe] } : {}
