import t from 'tap'
import { Line } from '../../lib/flow/line.ts'

const children = (...ids: string[]) => ids.map(id => ({ id, record: id }))

const ids = ({ train }: { readonly train: readonly { readonly id: string }[] }): string[] => train.map(({ id }) => id)

t.test('what settles at once leaves together, what settles later one at a time, all in order of arrival', async t => {
  const line = new Line(3)
  line.add({ children: children('a') })
  line.add({ children: children('b', 'c') })
  const [first, second] = [line.hold(), line.hold()]
  t.same(ids(line.leave()), ['a', 'b', 'c'])
  line.settle(second, { children: children('e') })
  t.notOk(line.ready)
  t.same(ids(line.leave()), [])
  line.settle(first, { children: children('d') })
  t.same(ids(line.leave()), ['d'])
  t.same(ids(line.leave()), ['e'])
  t.ok(line.empty)
})

t.test('those that gathered behind a slow one leave together as far as they are more than the lanes', async t => {
  const line = new Line(2)
  const slow = line.hold()
  for (const id of ['b', 'c', 'd', 'e']) line.settle(line.hold(), { children: children(id) })
  line.settle(slow, { children: children('a') })
  t.same(ids(line.leave()), ['a', 'b', 'c'])
  t.same(ids(line.leave()), ['d'])
})

t.test(
  'there is room for as many as are unsettled while somebody waits, else for as many as have not left',
  async t => {
    const line = new Line(2)
    line.add({ children: children('a') })
    line.settle(line.hold(), { children: children('b') })
    t.ok(line.full(false))
    t.notOk(line.full(true))
  },
)

t.test('what is put before another leaves before it and says so', async t => {
  const line = new Line(1)
  const slot = line.hold()
  let left = false
  line.add({ children: children('a') }, slot, () => {
    left = true
  })
  t.notOk(left)
  t.same(ids(line.leave()), ['a'])
  t.ok(left)
  line.settle(slot, { children: children('b') })
  t.same(ids(line.leave()), ['b'])
})

t.test('a stop is the last, also when it settles behind a slower one: there is no room from then on', async t => {
  const line = new Line(3)
  const slow = line.hold()
  line.settle(line.hold(), { children: children('b'), stop: true })
  t.ok(line.full(true))
  line.settle(slow, { children: children('a') })
  t.match(line.leave(), { last: false })
  t.match(line.leave(), { train: children('b'), last: true })
})

t.test('a fault leaves after what came before it', async t => {
  const line = new Line(1)
  line.add({ children: children('a') })
  line.add({ fault: 'torn' })
  t.match(line.leave(), { train: children('a'), fault: 'torn' })
})

t.test('whoever waits for a place that is given up is told, too', async t => {
  const line = new Line(1)
  let left = false
  line.add({ children: [] }, line.hold(), () => {
    left = true
  })
  line.clear()
  t.ok(left)
  t.ok(line.empty)
})
