import { join } from 'node:path'
import t from 'tap'
import { recognised } from '../../../lib/config/run-folder/recognised.ts'
import { formats } from '../../../lib/sinks/shapes/index.ts'
import type { Kind } from '../../../lib/sinks/shapes/parts.ts'
import { golden } from '../../fixtures/golden.ts'

t.test('every format is known by its first row, in lines and in an array, with lineage and without', async t => {
  for (const [kind, some] of Object.entries(formats) as [Kind, object][]) {
    for (const name of Object.keys(some)) {
      const row = golden(kind, name)
      const [bare, traced] = [JSON.stringify(row), JSON.stringify({ ...row, _autoif: { id: 'x' } })]
      const dir = t.testdir({ 'a.jsonl': `${bare}\n${bare}\n`, 'b.json': `[\n${traced},\n${traced}\n]\n` })
      t.equal(recognised(join(dir, 'a.jsonl')), name)
      t.equal(recognised(join(dir, 'b.json')), name)
    }
  }
})

t.test('what is none of ours is not guessed at', async t => {
  const dir = t.testdir({ odd: '{"a":1}\n', broken: '{"instruction"\n', empty: '', text: 'a text\n' })
  for (const name of ['odd', 'broken', 'empty', 'text']) t.equal(recognised(join(dir, name)), undefined, name)
  t.throws(() => recognised(join(dir, 'none')), { code: 'ENOENT' })
})
