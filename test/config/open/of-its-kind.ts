import t from 'tap'
import { ofItsKind } from '../../../lib/config/open/of-its-kind.ts'
import { Batch, type Envelope } from '../../../lib/records/envelope.ts'

const good: Envelope = { id: 'a', record: { query: 'Why?' } }
const bad = (why: string, detail: object = {}, line = 1): Envelope => ({
  id: `b${line}`,
  record: { rows: 3 },
  place: { source: 'x.jsonl', line },
  refused: { stage: 'read', why, detail, failed: false },
})
const none = bad('no-query', { problem: 'has no query' })

const passed = async (...batches: readonly (readonly Envelope[])[]): Promise<number> => {
  let count = 0
  const source = (async function* () {
    for (const one of batches) yield new Batch(one)
  })()
  for await (const { envelopes } of ofItsKind(source, { name: 'x.jsonl', kind: 'query' })) count += envelopes.length
  return count
}

t.test('a file of something else is named as one, with a line of it and a line of what is expected', async t => {
  await t.rejects(passed([none], [bad('no-query', { problem: 'has no query' }, 2)]), {
    code: 'AUTOIF_SOURCE',
    message: 'nothing in x.jsonl is a query; line 1 of x.jsonl has no query: {"rows":3}',
    hint: 'Expected are lines like {"query":"How do tides work?"}',
  })
  await t.rejects(passed([bad('not-json', { problem: 'Unexpected', excerpt: `{${'x'.repeat(300)}` })]), {
    message: /line 1 of x\.jsonl is not JSON: \{x{119}…$/,
  })
})

t.test('bytes that are no text are of another kind, too, and are shown as what a terminal can bear', async t => {
  await t.rejects(passed([bad('not-utf8', { excerpt: 'caf\ufffd \u001b[2J' })]), {
    message: 'nothing in x.jsonl is a query; line 1 of x.jsonl is not UTF-8: caf\ufffd \ufffd[2J',
    hint: /^Expected are lines like .*\n.*iconv -f LATIN1 -t UTF-8$/,
  })
})

t.test('a record of the kind that says nothing does not hide that all others are of another', async t => {
  const empty = bad('empty-query', { problem: 'query is empty' })
  await t.rejects(passed([empty], [bad('no-query', { problem: 'has no query' }, 2)]), {
    message: 'nothing in x.jsonl is a query; line 2 of x.jsonl has no query: {"rows":3}',
  })
  t.equal(await passed([empty, none], [good]), 3)
  t.equal(await passed([empty], [empty]), 2)
})

t.test('with one record of the kind, or none at all, there is nothing to say', async t => {
  t.equal(await passed([none, good]), 2)
  t.equal(await passed([none], [good], [none]), 3)
  t.equal(await passed(), 0)
})

t.test('records that are of the kind and refused for what they say are no other kind', async t => {
  t.equal(await passed([bad('html'), bad('continuation')]), 2)
})
