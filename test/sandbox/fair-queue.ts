import t from 'tap'
import { fairQueue } from '../../lib/sandbox/fair-queue.ts'

const drained = <T>(queue: { take(): T | undefined }): T[] => {
  const items: T[] = []
  for (let item = queue.take(); item !== undefined; item = queue.take()) items.push(item)
  return items
}

t.test('a short line does not wait for a long one', async t => {
  const queue = fairQueue<string, string>()
  for (const item of ['a1', 'a2', 'a3', 'a4']) queue.add('a', item)
  queue.add('b', 'b1')
  queue.add('c', 'c1')
  queue.add('c', 'c2')
  t.same(drained(queue), ['a1', 'b1', 'c1', 'a2', 'c2', 'a3', 'a4'])
  t.equal(queue.empty, true)
})

t.test('an owner who is dropped leaves the others as they were', async t => {
  const queue = fairQueue<string, number>()
  for (const item of [1, 2, 3]) {
    queue.add('gone', item)
    queue.add('stays', item * 10)
  }
  t.equal(queue.take(), 1)
  t.same(queue.drop('gone'), [2, 3])
  t.same(queue.drop('never seen'), [])
  t.same(drained(queue), [10, 20, 30])
})
