import t from 'tap'
import { readCommandLine } from '../../../lib/config/commands/command-line.ts'
import { readConfig } from '../../../lib/config/read-config.ts'
import type { Typed } from '../../../lib/config/typed.ts'

const knobs = (...argv: readonly string[]) => readConfig(readCommandLine(['self-instruct', ...argv]) as Typed, {}).knobs

t.test('one flag turns what bootstrapping and guessing back must agree in', async t => {
  const turned = knobs('--trigger-instruction', 'Request>', '--no-completion', '--bootstrap-temperature', '0.7')
  for (const room of [turned.bootstrap, turned.consistent])
    t.match(room, { triggerInstruction: 'Request>', completion: false, temperature: 0.7 })
  t.match([turned.classify, turned.instantiate], [{ completion: false }, { completion: false }])
})

t.test('the pool goes by the flags that name its threshold and its examples', async t => {
  t.match(knobs('--near-duplicate', '0.6', '--shots', '5', '--pool-size', '7').admit, {
    above: 0.6,
    shots: 5,
    size: 7,
  })
  t.throws(() => knobs('--form', 'oi'), { code: 'AUTOIF_USAGE', message: /iio, io/ })
  t.throws(() => knobs('--blacklist', 'mine'), { code: 'AUTOIF_USAGE', message: /alpaca/ })
})
