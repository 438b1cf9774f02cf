import t from 'tap'
import { allJoined, joined } from '../../lib/text/sentence-join.ts'
import { skip, upstreamJson, upstreamRows } from '../fixtures/upstream.ts'

const sound = (query: string, instruction: string) => joined(query, instruction, { sound: true })
const upstream = (query: string, instruction: string) => joined(query, instruction, { sound: false })

const queries: readonly (readonly [query: string, sound: string, upstream: string])[] = [
  ['what is tea?', 'What is tea? Use rhyme.', 'What is tea? Use rhyme.'],
  ['tell me about tea', 'Tell me about tea. Use rhyme.', 'Tell me about tea. Use rhyme.'],
  ['what is tea? thanks', 'What is tea? thanks. Use rhyme.', 'What is tea? thanks Use rhyme.'],
  ['explain v2.0', 'Explain v2.0. Use rhyme.', 'Explain v2.0 Use rhyme.'],
  ['explain tea!', 'Explain tea! Use rhyme.', 'Explain tea!. Use rhyme.'],
  ['explain “tea.”', 'Explain “tea.” Use rhyme.', 'Explain “tea.” Use rhyme.'],
  ['explain tea (black)', 'Explain tea (black). Use rhyme.', 'Explain tea (black). Use rhyme.'],
  ['explain C++', 'Explain C++. Use rhyme.', 'Explain C++. Use rhyme.'],
  ['茶是什么？', '茶是什么？ Use rhyme.', '茶是什么？. Use rhyme.'],
  ['ça va', 'Ça va. Use rhyme.', 'Ça va. Use rhyme.'],
  ['tea \n', 'Tea. Use rhyme.', 'Tea \n. Use rhyme.'],
  ['sum up https://tea.org/a', 'Sum up https://tea.org/a\nUse rhyme.', 'Sum up https://tea.org/a Use rhyme.'],
  ['translate:', 'Translate:\nUse rhyme.', 'Translate:. Use rhyme.'],
  ['fix ```\nf(x)\n```', 'Fix ```\nf(x)\n```\nUse rhyme.', 'Fix ```\nf(x)\n```. Use rhyme.'],
  ['iPhone or not?', 'iPhone or not? Use rhyme.', 'IPhone or not? Use rhyme.'],
  ['https://tea.org?', 'https://tea.org?\nUse rhyme.', 'Https://tea.org? Use rhyme.'],
  ['', 'Use rhyme.', 'use rhyme'],
]

for (const [query, soundly, asUpstream] of queries) {
  t.test(`${JSON.stringify(query)} is joined by how it ends, or as upstream does`, async t => {
    t.equal(sound(query, 'use rhyme'), soundly)
    t.equal(upstream(query, 'use rhyme'), asUpstream)
  })
}

t.test('an instruction gets one stop', async t => {
  t.equal(sound('Tea?', 'Use rhyme.'), 'Tea? Use rhyme.')
  t.equal(sound('Tea?', 'Say "yes."'), 'Tea? Say "yes."')
  t.equal(sound('Tea?', 'Say "yes"'), 'Tea? Say "yes".')
  t.equal(sound('Tea?', 'Use rhyme!'), 'Tea? Use rhyme!')
  t.equal(sound('Tea?', 'End with:'), 'Tea? End with:')
  t.equal(upstream('Tea?', 'Use rhyme.'), 'Tea? Use rhyme..')
})

t.test('without an instruction the query stands alone', async t => {
  t.equal(sound('what is tea', ' '), 'What is tea')
  t.equal(upstream('what is tea', ''), 'what is tea')
  t.equal(sound('', ''), '')
})

t.test('upstream’s sixteen sample rows come out the same', { skip }, async t => {
  const rows = upstreamRows('data/qwen_autoif/query_score_filter.jsonl')
  t.strictSame(
    rows.map(({ query, instruction }) => upstream(query, instruction)),
    upstreamJson('expected/qwen_autoif/IF_sft_data.json').map((row: { instruction: string }) => row.instruction),
  )
})

t.test('several sentences become one text', async t => {
  t.equal(allJoined(['use no commas', 'Be brief!', 'End with a "stop"']), 'Use no commas. Be brief! End with a "stop".')
  t.equal(allJoined(['Be brief']), 'Be brief.')
  t.equal(allJoined([]), '')
})
