import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import t from 'tap'
import { cacheFolder } from '../../../lib/sandbox/python/cache-folder.ts'

t.test('the cache lies where the environment says, or where it usually does', async t => {
  const usual = join(homedir(), '.cache', 'autoif-stream')
  t.equal(cacheFolder({}), usual)
  t.equal(cacheFolder({ XDG_CACHE_HOME: '/var/cache' }), join('/var/cache', 'autoif-stream'))
  t.equal(cacheFolder({ XDG_CACHE_HOME: 'relative' }), usual)
  t.equal(cacheFolder({ AUTOIF_CACHE_DIR: 'here', XDG_CACHE_HOME: '/var/cache' }), resolve('here'))
})
