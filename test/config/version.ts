import { readFileSync } from 'node:fs'
import t from 'tap'
import { version } from '../../lib/config/version.ts'

t.test('the version is that of the package, from the sources and from the build', async t => {
  t.equal(version, JSON.parse(readFileSync('package.json', 'utf8')).version)
  t.equal((await import(`../../dist/lib/config/version.js`)).version, version)
})
