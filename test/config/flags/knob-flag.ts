import t from 'tap'
import { choicesOf, flag } from '../../../lib/config/flags/knob-flag.ts'

t.test('a flag names the rooms that must agree, where there are any', async t => {
  const one = flag('it', 'toSft', 'soundJoin', 'switch', 'words')
  t.strictSame(one, { flag: 'it', room: 'toSft', knob: 'soundJoin', kind: 'switch', words: 'words' })
  t.match(flag('it', 'toSft', 'soundJoin', 'switch', 'words', 'toDpo', 'toKto'), { also: ['toDpo', 'toKto'] })
})

t.test('only kinds that are words out of a few have choices', async t => {
  t.strictSame(choicesOf('pairing'), ['two-by-two', 'zip-cycle'])
  t.equal(choicesOf('count'), undefined)
})
