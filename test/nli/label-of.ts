import t from 'tap'
import { labelOf } from '../../lib/nli/label-of.ts'

t.test('the largest logit gives the label', async t => {
  t.equal(labelOf([3, 1, 0]), 'entailment')
  t.equal(labelOf([0, 3, 1]), 'neutral')
  t.equal(labelOf([0, 1, 3]), 'contradiction')
})

t.test('labels that are equal in percent to one decimal go to the earlier one', async t => {
  t.equal(labelOf([0, 0.001, -50]), 'entailment')
  t.equal(labelOf([-50, 0, 0.001]), 'neutral')
  t.equal(labelOf([0, 0.01, -50]), 'neutral')
  t.equal(labelOf([0, 0, 0]), 'entailment')
})

t.test('logits too large for exp are no trouble', async t => {
  t.equal(labelOf([1000, -1000, 2000]), 'contradiction')
})

t.test('a model that answers with no number is not taken for one that says entailment', async t => {
  t.throws(() => labelOf([Number.NaN, Number.NaN, Number.NaN]), { message: /not a number/ })
  t.throws(() => labelOf([1, Number.POSITIVE_INFINITY, 0]), { message: /not a number/ })
})
