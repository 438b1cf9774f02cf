import t from 'tap'
import type { Entailer } from '../../lib/nli/entailer.ts'
import { lexicalBaseline, openEntailer } from '../../lib/nli/open-entailer.ts'

// A stage holds the interface only; these pairs are clear enough for any model that is put behind it.
const opened = await openEntailer({ path: lexicalBaseline })
const entailer: Entailer = opened
t.teardown(opened.close)

const clear = [
  ['Answer in at least 40 words.', 'Use 40 words or more in your reply.', 'entailment'],
  ['Do not use any commas.', 'Write the whole response without commas.', 'entailment'],
  ['Answer in exactly three sentences.', 'Write precisely three sentences.', 'entailment'],
  ['Answer in at least 40 words.', 'Answer in fewer than 40 words.', 'contradiction'],
  ['Do not use any commas.', 'Use at least one comma.', 'contradiction'],
  ['Answer in exactly three sentences.', 'Answer in exactly seven sentences.', 'contradiction'],
  ['Write everything in lowercase letters.', 'Write everything in capital letters.', 'contradiction'],
  ['Do not use any commas.', 'Answer in exactly three sentences.', 'neutral'],
  ['Answer in at least 40 words.', 'Write everything in lowercase letters.', 'neutral'],
] as const

for (const [premise, hypothesis, label] of clear)
  t.test(`"${premise}" and "${hypothesis}" are a case of ${label}`, async t => {
    t.equal(await entailer.judge(premise, hypothesis), label)
  })
