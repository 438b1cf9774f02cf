import t from 'tap'
import { accepted, scored } from '../../../lib/records/interchange/responses.ts'

const row = { instruction: 'i', query: 'q', response: 'r', prompt: 'p' }

t.test('an accepted response says what is not known of it', async t => {
  t.strictSame(accepted.read(row), { ...row, passRate: null, model: 'unknown' })
  t.strictSame(accepted.read({ ...row, pass_rate: 0.5, model: 'm', gen: 'Score: 9', extra: 1 }), {
    ...row,
    passRate: 0.5,
    model: 'm',
    judgements: ['Score: 9'],
    extra: 1,
  })
  t.match(accepted.read({ ...row, response: undefined }), { problem: 'has no response' })
  t.match(accepted.read({ ...row, response: [['r', 1]] }), { problem: 'response is not a string' })
})

t.test('a scored response brings its score, or judgements that hold one', async t => {
  t.match(scored.read({ ...row, score: 9, judge: 'j' }), { score: 9, judge: 'j', judgements: [] })
  t.match(scored.read({ ...row, gen: ['Good.\nScore: 8', 'Fine.\nScore: 9', '?'] }), { score: 8.5, judge: 'unknown' })
  t.match(scored.read({ ...row, gen: ['Fine.\n**Score: 9**'] }), { score: 9 })
  t.match(scored.read({ ...row, gen: ['Fine.\n**Score: 9**'] }, { tolerant: false }), { problem: /neither a score/ })
  t.match(scored.read(row), { problem: /neither a score/ })
})
