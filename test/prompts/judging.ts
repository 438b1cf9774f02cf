import t from 'tap'
import { judging, range, scales } from '../../lib/prompts/judging.ts'

const judged = { instruction: 'Be brief.', query: 'Why?', response: 'So.' }

t.test('each scale has its own question, which says where it ends', async t => {
  for (const scale of scales) {
    t.match(judging(scale)(judged), /\[Query\] Why\?\n\[Response\] So\./)
    t.match(judging(scale)(judged), `${range[scale].max}`)
  }
  t.notMatch(judging('1-5')(judged), 'Be brief.')
  t.match(judging('0-10')(judged), 'Be brief.')
})
