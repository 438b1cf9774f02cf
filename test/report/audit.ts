import t from 'tap'
import { Audit } from '../../lib/report/audit.ts'

t.test('precision is the right share of what was accepted, recall the accepted share of what is right', async t => {
  const audit = new Audit()
  for (let time = 0; time < 3; time++) audit.count(true, true)
  audit.count(true, false)
  for (let time = 0; time < 2; time++) audit.count(false, true)
  audit.count(false, false)
  t.same(audit.toJSON(), { precision: 0.75, recall: 0.6, accepted: 4, right: 5 })
})

t.test('where there was nothing to be right about there is no share', async t => {
  t.same(new Audit().toJSON(), { precision: null, recall: null, accepted: 0, right: 0 })
  const audit = new Audit()
  audit.count(false, true)
  t.same(audit.toJSON(), { precision: null, recall: 0, accepted: 0, right: 1 })
})
