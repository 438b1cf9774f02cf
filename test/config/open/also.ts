import { join } from 'node:path'
import t from 'tap'
import { alsoNames, alsoOf } from '../../../lib/config/open/also.ts'

t.test('a format stands in the run directory under its name, or where it is told', async t => {
  t.match(alsoOf({ also: 'messages\nkto=some dir/a=b.parquet', run: 'demo' }), [
    { name: 'messages', kind: 'sft', format: 'messages', path: join('demo', 'messages.jsonl'), level: 'query' },
    { name: 'kto', kind: 'kto', path: 'some dir/a=b.parquet' },
  ])
  t.match(alsoOf({ also: 'rlvr=-', run: '' }), [{ kind: 'rlvr', path: '-' }])
  t.strictSame(alsoOf({ also: '', run: '' }), [])
})

t.test(
  'every format of pairs is there for pairs of cases as well, and every one of SFT the other way round',
  async t => {
    t.match(alsoOf({ also: 'instruction-trl-preference', run: 'demo' }), [
      {
        kind: 'dpo',
        format: 'trl-preference',
        level: 'instruction',
        path: join('demo', 'instruction-trl-preference.jsonl'),
      },
    ])
    t.match(alsoOf({ also: 'inverse-messages=x.jsonl', run: '' }), [
      { kind: 'sft', format: 'messages', level: 'inverse', path: 'x.jsonl' },
    ])
    t.notOk(alsoNames.includes('inverse-ranking'))
    t.equal(new Set(alsoNames).size, alsoNames.length)
    t.notOk(alsoNames.includes('instruction-alpaca'))
  },
)

t.test('what is unknown, or has no place, is told with what there is', async t => {
  t.throws(() => alsoOf({ also: 'csv=x', run: 'demo' }), {
    code: 'AUTOIF_USAGE',
    message: '"csv"',
    hint: /alpaca, .*kto/,
  })
  t.throws(() => alsoOf({ also: 'kto', run: '' }), {
    code: 'AUTOIF_USAGE',
    message: '--also kto',
    hint: /kto=kto\.jsonl.*--run/,
  })
})
