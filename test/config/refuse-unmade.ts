import t from 'tap'
import { refuseUnmade } from '../../lib/config/refuse-unmade.ts'
import { type Settings, settings } from '../../lib/config/settings.ts'

const refuse = (name: string, told: Partial<Settings>) => () =>
  refuseUnmade({ name, settings: { ...settings, ...told } })

t.test('rows that a recipe does not make are refused with those that it makes', async t => {
  const cases: [string, Partial<Settings>, RegExp][] = [
    ['backtranslation', { dpo: 'x' }, /--dpo/],
    ['backtranslation', { targetPairs: 9 }, /--target-pairs/],
    ['backtranslation', { also: 'kto=x' }, /--also kto/],
    ['autoif', { inverseSft: 'x' }, /--inverse-sft/],
    ['autoif', { also: 'inverse-alpaca=x' }, /--also inverse-alpaca/],
  ]
  for (const [name, told, message] of cases)
    t.throws(refuse(name, told), { code: 'AUTOIF_USAGE', message, hint: /It makes: sft, / })
  const all = { sft: 'a', inverseSft: 'b', also: 'messages=c\ninverse-messages=d', seedRows: 'e' }
  t.doesNotThrow(refuse('backtranslation', all))
  t.doesNotThrow(refuse('autoif', { dpo: 'a', also: 'kto=b\ninstruction-ranking=c', targetPairs: 9, pilot: 9 }))
})

t.test('a recipe is forecast and limited in what it makes', async t => {
  t.doesNotThrow(refuse('llama3', { sft: 'a', also: 'kto=b', targetPairs: 9, pilot: 9 }))
  t.doesNotThrow(refuse('conversations', { dryRun: true }))
  t.throws(refuse('llama3', { target: 5 }), { message: /only where they are asked for/, hint: /--target-pairs/ })
  for (const asked of [{ sft: 'a' }, { also: 'messages=b' }]) t.doesNotThrow(refuse('llama3', { target: 5, ...asked }))
  t.doesNotThrow(refuse('autoif', { target: 5 }))
  t.throws(refuse('llama3', { also: 'instruction-ranking=x' }), {
    message: /does not make/,
    hint: 'It makes: dpo, sft, kto, rlvr.',
  })
})

t.test('so is what belongs to another kind of input', async t => {
  for (const told of [{ instructions: 'x' }, { dryRun: true }, { pilot: 10 }])
    t.throws(refuse('backtranslation', told), { code: 'AUTOIF_USAGE', message: /recipes that read queries/ })
  t.throws(refuse('autoif', { seedRows: 'x' }), { message: '--seed-rows is for recipes that read completions' })
})
