import { globSync, readFileSync } from 'node:fs'
import t from 'tap'
import { shown } from '../fixtures/shown.ts'

t.test('the README shows the examples that run here, word for word', async t => {
  const blocks = [...readFileSync('README.md', 'utf8').matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code)
  const examples = globSync('test/examples/*.ts').filter(file => !file.endsWith('readme.ts'))
  for (const file of examples) t.ok(blocks.includes(shown(file)), file)
  t.equal(blocks.length, examples.length, 'and no other code')
})
