import t from 'tap'
import { joined } from '../../lib/sandbox/joined.ts'

t.test('gradings of successive inputs become one, with the first message', async t => {
  t.same(joined([{ outcomes: 'TF' }, { outcomes: 'E', message: 'first' }, { outcomes: 'E', message: 'second' }]), {
    outcomes: 'TFEE',
    message: 'first',
  })
  t.same(joined([]), { outcomes: '' })
})

t.test('every other value keeps its place, or none is told', async t => {
  const one = { outcomes: 'TO', values: [{ int: 1 }] }
  t.same(joined([one, { outcomes: 'F' }, { outcomes: 'O', values: [{ int: 2 }] }]), {
    outcomes: 'TOFO',
    values: [{ int: 1 }, { int: 2 }],
  })
  t.same(joined([{ outcomes: 'O' }, one]), { outcomes: 'OTO' })
})
