import t from 'tap'
import { readCommandLine } from '../../../lib/config/commands/command-line.ts'
import { readConfig } from '../../../lib/config/read-config.ts'
import { madeBy } from '../../../lib/config/run-folder/made.ts'
import type { Typed } from '../../../lib/config/typed.ts'

const pairs = (...argv: string[]) =>
  madeBy(readConfig(readCommandLine([...argv, '--model', 'teacher']) as Typed, {})).includes('dpo')

t.test('one response to a query makes no pair, so none are looked for', async t => {
  t.equal(pairs(), true)
  t.equal(pairs('dispatcher'), false)
  t.equal(pairs('--responses', '1'), false)
  t.equal(pairs('dispatcher', '--responses', '2'), true)
  t.equal(pairs('backtranslation'), false)
})

t.test('unless somebody asks for them, or they are what the recipe makes', async t => {
  t.equal(pairs('dispatcher', '--dpo', 'dpo.jsonl'), true)
  t.equal(pairs('dispatcher', '--also', 'trl-preference=pairs.jsonl'), true)
  t.equal(pairs('dispatcher', '--target-pairs', '5'), true)
  t.equal(pairs('llama3', '--responses', '1'), true)
  t.equal(pairs('dispatcher', '--also', 'instruction-ranking=cases.jsonl'), false, 'pairs of cases are another matter')
})
