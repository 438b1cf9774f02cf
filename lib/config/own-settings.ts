import type { Settings } from './settings.ts'

/** What a recipe has for settings when nobody says otherwise, where that is not what all others have. */
export const ownSettings: Readonly<Record<string, Partial<Settings>>> = {
  // Whoever trains on conversations reads messages.
  conversations: { sftFormat: 'messages' },
}
