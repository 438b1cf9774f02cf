import t from 'tap'
import { group } from '../../../lib/config/flags/setting-flag.ts'

t.test('flags of a group bear its name', async t => {
  const some = group('Some')
  t.strictSame(some('seed', 'seed', 'words', { argument: 'text' }), {
    flag: 'seed',
    setting: 'seed',
    group: 'Some',
    words: 'words',
    argument: 'text',
  })
})
