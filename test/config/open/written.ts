import t from 'tap'
import { nameOf, outputFacts, writtenOf } from '../../../lib/config/open/written.ts'
import { type Settings, settings } from '../../../lib/config/settings.ts'

const names = (told: Partial<Settings>) =>
  writtenOf({ ...settings, ...told }, { sft: told.sft ?? '-', dpo: told.dpo ?? '' }).map(
    ({ name, format }) => `${name} ${format}`,
  )

t.test('what goes anywhere is a dataset, each under a name of its own', async t => {
  t.strictSame(names({}), ['autoif_sft alpaca'])
  t.strictSame(names({ dpo: 'x', dpoFormat: 'trl-preference' }), ['autoif_sft alpaca', 'autoif_dpo trl-preference'])
  t.strictSame(names({ run: 'demo', also: 'kto\nkto=x.parquet\ninstruction-ranking' }).slice(1), [
    'autoif_kto kto',
    'autoif_kto_2 kto',
    'autoif_instruction_ranking ranking',
  ])
  t.equal(nameOf('trl-preference'), 'autoif_trl_preference')
})

t.test('the summary names files by their place in the run directory, and stdout not at all', async t => {
  const written = { name: 'n', format: 'alpaca', kind: 'sft', level: 'query', rows: 3 } as const
  t.strictSame(
    outputFacts(
      [
        { ...written, path: 'demo/sft.jsonl' },
        { ...written, path: '-' },
      ],
      'demo',
    ),
    [{ name: 'n', format: 'alpaca', file: 'sft.jsonl', rows: 3 }],
  )
  t.match(outputFacts([{ ...written, path: 'a/b.jsonl' }], ''), [{ file: 'a/b.jsonl' }])
})
