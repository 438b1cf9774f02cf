import { Command } from 'commander'
import t from 'tap'
import { addTrainConfig } from '../../../lib/config/commands/train-command.ts'
import type { Typed } from '../../../lib/config/typed.ts'

const told = (...argv: string[]): Typed | undefined => {
  let typed: Typed | undefined
  const program = new Command('it')
  addTrainConfig(program, taken => {
    typed = taken
  })
  for (const one of [program, ...program.commands]) one.exitOverride().configureOutput({ writeErr: () => {} })
  program.parse(['train-config', ...argv], { from: 'user' })
  return typed
}

t.test('said nothing, it is SFT by AutoIF’s numbers for LLaMA-Factory, with the recipe’s model', async t => {
  t.strictSame(told(), {
    command: 'train-config',
    args: [],
    options: { recipe: 'autoif', trainer: 'llama-factory', stage: 'sft', nll: '0', 'base-model': '' },
  })
  t.match(told('demo', '--base-model', 'a/b'), { args: ['demo'], options: { 'base-model': 'a/b' } })
  for (const wrong of ['--recipe', '--trainer', '--stage'])
    t.throws(() => told(wrong, 'odd'), { message: /odd/ }, wrong)
})
