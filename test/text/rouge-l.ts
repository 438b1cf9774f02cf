import t from 'tap'
import { integer, seeded } from '../../lib/random.ts'
import { fMeasure, rougeL, type TokenIds, tokens, vocabulary } from '../../lib/text/rouge-l.ts'
import { skip, upstreamRows } from '../fixtures/upstream.ts'

const between = (a: string, b: string): number => {
  const ids = vocabulary()
  return rougeL(ids(tokens(a)), ids(tokens(b)))
}

t.test('tokens are runs of a-z and 0-9 in lower case', async t => {
  t.strictSame(tokens("Don't use 3.5-inch\tdisks, café!"), ['don', 't', 'use', '3', '5', 'inch', 'disks', 'caf'])
  t.strictSame(tokens('日本語 — ?'), [])
})

t.test('known scores', async t => {
  t.equal(between('Use no commas', 'use NO commas!'), 1)
  t.equal(between('use no commas', 'write a poem'), 0)
  t.equal(between('the cat sat on the mat', 'the mat sat on the cat'), 2 / 3)
  t.equal(between('a b c d', 'a c'), (2 * 1 * 0.5) / 1.5)
})

t.test('a text without tokens is like nothing, not even like another', async t => {
  t.equal(between('', 'use no commas'), 0)
  t.equal(between('日本', '日本'), 0)
})

// The textbook table, for checking the bit-parallel one.
const plainLcs = (a: TokenIds, b: TokenIds): number => {
  let above: number[] = new Array(b.length + 1).fill(0)
  for (const token of a) {
    const row = [0]
    b.forEach((other, at) => {
      row.push(token === other ? above[at]! + 1 : Math.max(above[at + 1]!, row[at]!))
    })
    above = row
  }
  return above[b.length]!
}

t.test('at every length the score is the textbook’s', async t => {
  const random = seeded('rouge-l')
  const text = (longest: number, words: number) =>
    Int32Array.from({ length: integer(random, longest) }, () => integer(random, words))
  for (let round = 0; round < 600; round++) {
    const [longest, words] = [round % 3 === 0 ? 150 : 40, round % 2 === 0 ? 4 : 40]
    const [a, b] = [text(longest, words), text(longest, words)]
    const expected = fMeasure(plainLcs(a, b), a.length, b.length)
    if (rougeL(a, b) !== expected) t.equal(rougeL(a, b), expected, `${a} | ${b}`)
  }
  for (const length of [31, 32, 33, 63, 64, 65, 96, 97]) {
    const same = new Int32Array(length).fill(7)
    t.equal(rougeL(same, same), 1, `${length} tokens`)
  }
})

t.test('upstream’s thousand recorded pairs reproduce to the last bit', { skip }, async t => {
  const pairs = upstreamRows('expected/self_instruct/rougeL_pairs.jsonl')
  t.equal(pairs.length, 1000)
  t.strictSame(
    pairs.map(pair => between(pair.instruction, pair.candidate)),
    pairs.map(pair => pair.rougeL_f),
  )
})
