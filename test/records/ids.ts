import t from 'tap'
import { identifier } from '../../lib/records/ids.ts'

t.test('an id is born from content alone, as bytes or as text', async t => {
  const id = identifier()('a query', '1')
  t.match(id, /^[0-9a-f]{16}$/)
  t.equal(identifier()(Buffer.from('a query'), '99'), id)
  t.not(identifier()('another query', '1'), id)
})

t.test('a repeat bears the first one’s id and its own position', async t => {
  const identify = identifier()
  const first = identify('same', '1')
  t.equal(identify('same', '7'), `${first}@7`)
  t.equal(identify('same', '9'), `${first}@9`)
})

t.test('a hundred thousand different records get plain ids, all different', async t => {
  const identify = identifier()
  const ids = new Set<string>()
  let plain = 0
  for (let at = 0; at < 100_000; at++) {
    const id = identify(`record ${at}`, `${at}`)
    ids.add(id)
    if (!id.includes('@')) plain++
  }
  t.equal(ids.size, 100_000)
  t.ok(plain > 99_990, `${plain} plain ids`)
})
