import t from 'tap'
import { methodOf } from '../../lib/report/method.ts'

t.test('a card says how the rows of its recipe came about', async t => {
  t.match(methodOf('autoif'), { title: 'Instruction following, verified by execution', words: /2406\.13542/ })
  t.match(methodOf('backtranslation'), { title: /texts that people wrote/, words: /2308\.06259/ })
  t.match(methodOf('conversations'), { title: /with every turn/, words: /can be followed together/ })
  t.equal(methodOf('toString'), methodOf('autoif'))
})
