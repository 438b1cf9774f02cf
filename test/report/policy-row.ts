import t from 'tap'
import { policyRow, shade, signed } from '../../lib/report/policy-row.ts'

const hostile = '</pre><img src=x onerror=alert(1)>'
const answer = { policy: -2, reference: -3.5, gain: 1.5, count: 3 }

t.test('tokens are coloured by the difference, with its figures, and their text is shown as it is', async t => {
  const tokens = [
    { text: 'So', policy: -0.1, reference: -1.5 },
    { text: hostile, policy: -2, reference: -1.5 },
    { text: '\n', policy: -1, reference: -1 },
  ]
  const of = { chosen: { ...answer, tokens }, rejected: { ...answer, gain: -0.5, tokens: [] } }
  const html = policyRow({ prompt: `${hostile} "Why?"`, chosen: '', rejected: '', of, margin: 2 }, 7)
  t.match(html, '<span class="u4" title="+1.40: policy −0.10, reference −1.50">So</span>')
  t.match(
    html,
    '<span class="d2" title="−0.50: policy −2.00, reference −1.50">&lt;/pre&gt;&lt;img src=x onerror=alert(1)&gt;</span>',
  )
  t.match(html, '<span title="+0.00: policy −1.00, reference −1.00">\n</span>')
  t.match(html, /<h2>7 <b>\+2\.00<\/b>/)
  t.match(html, /chosen <b>\+1\.50<\/b>.*policy −2\.00, reference −3\.50, 3 tokens, \+0\.50 a token/)
  t.match(html, /rejected <b>−0\.50<\/b>/)
  t.notMatch(html, /<img/)
})

t.test('an answer that was cut differently is shown plain, and that is said', async t => {
  const html = policyRow(
    { prompt: 'Why?', chosen: `A ${hostile}`, rejected: 'B', of: { chosen: answer, rejected: answer }, margin: 0 },
    1,
  )
  t.match(html, /<pre dir="auto">A &lt;\/pre&gt;/)
  t.match(html, /different tokens, so only the sums compare/)
  t.notMatch(html, /<span/)
})

t.test('shades grow with the difference to a darkest one; next to none has none', async t => {
  t.same([0, 0.1, -0.1, 0.2, -0.6, 1, -9, Number.NaN].map(shade), ['', '', '', 'u1', 'd2', 'u4', 'd4', ''])
  t.same([1.005, -0.4, 0].map(signed), ['+1.00', '−0.40', '+0.00'])
})
