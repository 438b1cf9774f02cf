import t from 'tap'
import { ownSettings } from '../../lib/config/own-settings.ts'
import { settings } from '../../lib/config/settings.ts'
import { recipeNamed } from '../../lib/recipes/index.ts'

t.test('every recipe with settings of its own is there, and so are the settings', async t => {
  for (const [name, own] of Object.entries(ownSettings)) {
    t.type(recipeNamed(name), 'function')
    for (const setting of Object.keys(own)) t.ok(setting in settings, setting)
  }
})
