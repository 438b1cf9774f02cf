import highland from 'highland'
import t from 'tap'
import { behind } from '../../lib/flow/behind.ts'
import type { Train } from '../../lib/flow/line.ts'
import { pulled } from '../../lib/flow/pull.ts'

const train = (id: string): Train => [{ id, record: id }]

const all = async (stream: ReturnType<typeof behind>): Promise<string[]> => {
  const ids: string[] = []
  for (let one = await pulled(stream); one; one = await pulled(stream)) ids.push(...one.map(({ id }) => id))
  return ids
}

t.test('what comes behind is asked for when all else has come, and until there is no more', async t => {
  const left = ['c', 'd']
  let asked = 0
  const stream = behind(highland([train('a'), train('b')]), async () => {
    asked++
    const id = left.shift()
    return id === undefined ? undefined : train(id)
  })
  t.match(await pulled(stream), [{ id: 'a' }])
  t.equal(asked, 0)
  t.same(await all(stream), ['b', 'c', 'd'])
  t.equal(asked, 3)
})

t.test('a fault is thrown, whichever of the two has it', async t => {
  const torn = highland<Train>(push => {
    push(new Error('torn'))
    push(null, highland.nil)
  })
  await t.rejects(pulled(behind(torn, async () => undefined)), { message: 'torn' })
  const stream = behind(highland([train('a')]), () => Promise.reject(new Error('torn later')))
  t.match(await pulled(stream), [{ id: 'a' }])
  await t.rejects(pulled(stream), { message: 'torn later' })
  t.equal(await pulled(stream), undefined)
})
