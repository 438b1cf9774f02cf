import t from 'tap'
import { meanScore, scoreLine } from '../../lib/text/score-line.ts'
import { skip, upstreamRows } from '../fixtures/upstream.ts'

const ten = { min: 0, max: 10 }
const tolerant = (reply: string, scale = ten) => scoreLine(reply, { tolerant: true, ...scale })
const strict = (reply: string) => scoreLine(reply, { tolerant: false, ...ten })

const forms: readonly (readonly [reply: string, tolerant: number | undefined, strict: number | undefined])[] = [
  ['Fine.\n\nScore: 9', 9, 9],
  ['Score: 9\n', 9, 9],
  ['Score: 0', 0, 0],
  ['Score: 10', 10, 10],
  ['Overall Score: 7', 7, 7],
  ['Score: 9\n\n', 9, undefined],
  ['Score: 9\r\n', 9, undefined],
  ['**Score: 9**', 9, undefined],
  ['**Score:** 9', 9, undefined],
  ['**Score**: 9', 9, undefined],
  ['### __Final score__: 9', 9, undefined],
  ['`Score: 9`', 9, undefined],
  ['(Score: 9)', 9, undefined],
  ['Score: (9)', 9, undefined],
  ['Score: {9}', 9, undefined],
  ['"score": 9', 9, undefined],
  ['Score: 9.', 9, undefined],
  ['Score: 9 ', 9, undefined],
  ['Score: 10/10', 10, undefined],
  ['Score: 9 / 10.', 9, undefined],
  ['Score: 9 out of 10', 9, undefined],
  ['Score: 8.5', 8.5, undefined],
  ['Score: 8.5.', 8.5, undefined],
  ['score: 9', 9, undefined],
  ['SCORE = 9', 9, undefined],
  ['Score 9', 9, undefined],
  ['Score:9', 9, undefined],
  ['Score\uff1a\uff19', 9, undefined],
  ['Score: 12', undefined, 12],
  ['Score: 99', undefined, 99],
  ['Score: -3', undefined, undefined],
  ['Score: 90/100', undefined, undefined],
  ['Score: 8-9', undefined, undefined],
  ['Score: 8 or 9', undefined, undefined],
  ['Score: high', undefined, undefined],
  ['Underscore: 9', undefined, undefined],
  ['9', undefined, undefined],
  ['', undefined, undefined],
  ['Score: 3\nOn reflection:\nScore: 8', 8, 8],
  ['Score: 3\nOn reflection:\nscore: 12', undefined, undefined],
  ['Score: 8\nThat is all.', 8, undefined],
  ['Score: 10\nis the top of the scale.\nThe reply\nsays nothing\nof use\nto anyone.', undefined, undefined],
]

for (const [reply, loose, exact] of forms) {
  t.test(`${JSON.stringify(reply)} is ${loose} to the tolerant reader and ${exact} to upstream’s`, async t => {
    t.equal(tolerant(reply), loose)
    t.equal(strict(reply), exact)
  })
}

t.test('the range is the judge’s scale', async t => {
  const five = { min: 1, max: 5 }
  t.equal(tolerant('Score: 5/5', five), 5)
  t.equal(tolerant('Score: 1', five), 1)
  t.equal(tolerant('Score: 0', five), undefined)
  t.equal(tolerant('Score: 4/10', five), undefined)
})

t.test(
  'both readers agree on all of upstream’s sample judgements, and above 8 are the sixteen it keeps',
  { skip },
  async t => {
    const judgements: string[] = upstreamRows('data/qwen_autoif/query_rft_score.jsonl').map(row => row.gen[0])
    const scores = judgements.map(strict)
    t.strictSame(
      judgements.map(judgement => tolerant(judgement)),
      scores,
    )
    t.equal(scores.filter(score => score! > 8).length, 16)
  },
)

t.test('the mean is taken over the replies that hold a score, and there is none when none does', async t => {
  const options = { tolerant: true, min: 0, max: 10 }
  t.equal(meanScore(['Score: 9', 'No idea.', 'Score: 6'], options), 7.5)
  t.equal(meanScore(['No idea.'], options), undefined)
  t.equal(meanScore([], options), undefined)
})
