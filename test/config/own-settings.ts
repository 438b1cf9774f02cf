import t from 'tap'
import { ownSettings } from '../../lib/config/own-settings.ts'
import { settings } from '../../lib/config/settings.ts'
import { recipeNames } from '../../lib/recipes/index.ts'

t.test('a recipe has the preset of its name, where there is one, and settings that there are', async t => {
  t.same(ownSettings('autoif'), {})
  t.same(ownSettings('llama3'), { preset: 'llama3' })
  t.same(ownSettings('conversations'), { preset: 'conversations', sftFormat: 'messages' })
  for (const name of recipeNames) for (const setting of Object.keys(ownSettings(name))) t.ok(setting in settings)
})
