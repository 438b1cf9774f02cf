import { join } from 'node:path'
import t from 'tap'
import { openPairs, pairsFile } from '../../../lib/config/open/open-pairs.ts'

t.test('our own pairs are shown unless others are named, and are more than are shown at once', async t => {
  const own = await openPairs({ pairs: '' })
  t.ok(own.length > 9)
  t.equal(new Set(own.map(({ instruction }) => instruction)).size, own.length)
  const mine = join(t.testdir({ 'mine.txt': 'Query: Why?\nInstruction: Sing.\n' }), 'mine.txt')
  t.equal(pairsFile({ pairs: mine }), mine)
  t.strictSame(await openPairs({ pairs: mine }), [{ query: 'Why?', instruction: 'Sing.' }])
})
