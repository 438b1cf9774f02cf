import { readFileSync } from 'node:fs'
import t from 'tap'
import { fromPackage } from '../lib/package-folder.ts'

t.test('a file that ships with the package is found by its path in it', async t => {
  t.match(JSON.parse(readFileSync(fromPackage('package.json'), 'utf8')), { name: 'autoif-stream' })
  t.match(readFileSync(fromPackage('lib', 'prompts', 'judge.md'), 'utf8'), '{{response}}')
})
