import t from 'tap'
import { codePoints } from '../../lib/text/code-points.ts'

const lengths: readonly (readonly [text: string, length: number])[] = [
  ['', 0],
  ['plain', 5],
  ['naïve', 5],
  ['日本語', 3],
  ['😀', 1],
  ['a😀😀b', 4],
  ['👩‍👩‍👧', 5],
  ['\ud83d', 1],
  ['\ude00\ud83d', 2],
  ['\ud83d\ud83d\ude00', 2],
]

for (const [text, length] of lengths) {
  t.test(`${JSON.stringify(text)} has the length Python gives it`, async t => t.equal(codePoints(text), length))
}
