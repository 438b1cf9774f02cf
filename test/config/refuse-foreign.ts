import t from 'tap'
import { measuring } from '../../lib/config/commands/gauge-options.ts'
import { refuseForeign } from '../../lib/config/refuse-foreign.ts'

const refused = (command: string, name: string, flag: string, value: string | boolean = 'x') =>
  refuseForeign({ command, options: { [flag]: value } }, name)

t.test('a flag of another recipe is refused, with those it is for', async t => {
  const cases: [string, string, RegExp][] = [
    ['conversations', 'pool-size', /^It is for the recipe self-instruct\.$/],
    ['conversations', 'pairs', /^It is for the recipe llama3, and the stage propose\.$/],
    ['dispatcher', 'conversation-turns', /^It is for the recipe conversations, and the stage compose\.$/],
    ['llama3', 'seeds', /^It is for the recipes autoif, .*self-instruct, and the stages admit and consistent\.$/],
    ['self-instruct', 'curate-from', /^It is for the recipe backtranslation, and the stage curate\.$/],
    [
      'backtranslation',
      'show-verifier',
      /^It is for the recipes autoif, dispatcher and llama3, and the stage sample\.$/,
    ],
    ['dispatcher', 'nli', /autoif, and the stage entail/],
    ['autoif', 'seed-tag', /backtranslation, and the stage to-sft/],
  ]
  for (const [name, flag, hint] of cases)
    t.throws(
      () => refused('run', name, flag),
      { code: 'AUTOIF_USAGE', message: `nothing in the recipe ${name} goes by --${flag}`, hint },
      `${name} --${flag}`,
    )
})

t.test('whoever means the seeds of backtranslation is told how they are named', async t => {
  t.throws(() => refused('run', 'backtranslation', 'seeds'), {
    message: /--seeds/,
    hint: /--seed-rows\. It is for the recipes autoif/,
  })
})

t.test('so is a flag of another stage; what is turned off is named as it was typed', async t => {
  t.throws(() => refused('stage', 'screen', 'model'), {
    message: 'nothing in the stage screen goes by --model',
    hint: /^It is for every recipe, and the stages augment, /,
  })
  t.throws(() => refused('stage', 'to-dpo', 'names'), { message: /--names/ })
  t.throws(() => refused('verify', 'verify', 'queries'), { message: 'nothing in the stage verify goes by --queries' })
  t.throws(() => refused('plan', 'llama3', 'cycle', false), { message: /--no-cycle$/ })
})

t.test('one of several rooms that a flag turns is enough', async t => {
  t.doesNotThrow(() => refused('run', 'conversations', 'pass-rate-above'))
  t.doesNotThrow(() => refused('run', 'self-instruct', 'shots'))
  t.doesNotThrow(() => refused('stage', 'cross-validate', 'tolerant-replies', false))
  t.throws(() => refused('stage', 'cross-validate', 'replies'), { code: 'AUTOIF_USAGE' })
})

t.test('a measurement takes what machine and endpoint are measured with', async t => {
  const bench = (flag: string) => () =>
    refuseForeign({ command: 'bench', options: { [flag]: 'x' } }, 'backtranslation', measuring)
  t.doesNotThrow(bench('nli'))
  t.throws(bench('instructions'), { code: 'AUTOIF_USAGE' })
  t.throws(bench('responses'), { code: 'AUTOIF_USAGE' })
})

t.test('what a stage of one’s own goes by is not known here', async t => {
  t.doesNotThrow(() => refused('stage', 'shout', 'pool-size'))
})
