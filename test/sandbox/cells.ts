import t from 'tap'
import { type Cell, cells } from '../../lib/sandbox/cells.ts'

const fakes = () => {
  const disposed: string[] = []
  const open = (source: string): Cell => ({ run: () => source, dispose: () => void disposed.push(source) })
  return { disposed, kept: cells(2, open) }
}

t.test('a cell is kept, and opened once', async t => {
  const { kept } = fakes()
  const first = kept.take('a', 8)
  t.equal(first.fresh, true)
  t.same(kept.take('a', 8), { cell: first.cell, fresh: false })
})

t.test('the one not used for longest makes room', async t => {
  const { disposed, kept } = fakes()
  for (const source of ['a', 'b', 'a', 'c']) kept.take(source, 8)
  t.same(disposed, ['b'])
  t.equal(kept.take('a', 8).fresh, false)
  t.equal(kept.take('b', 8).fresh, true)
})

t.test('a cell that was dropped is disposed of and opened anew', async t => {
  const { disposed, kept } = fakes()
  kept.take('a', 8)
  kept.drop('a')
  t.same(disposed, ['a'])
  t.equal(kept.take('a', 8).fresh, true)
})
