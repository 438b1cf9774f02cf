import t from 'tap'
import { readCommandLine } from '../../../lib/config/commands/command-line.ts'
import { completionFlags, lessonFlags } from '../../../lib/config/flags/backtranslation-flags.ts'
import { readConfig } from '../../../lib/config/read-config.ts'
import type { Typed } from '../../../lib/config/typed.ts'

const config = (...argv: string[]) => readConfig(readCommandLine(argv) as Typed, {})

t.test('every one of them can be typed, and means what it says', async t => {
  const { settings, knobs } = config(
    ...['backtranslation', '--backward-model', 'b', '--completion-field', 'page.text', '--first-pair'],
    ...['--seed-rows', 's.jsonl', '--longest', '2000', '--invert-temperature', '0.7', '--invert-top-p', '1'],
    ...['--max-instruction-tokens', '0', '--curate-from', '5', '--max-rating-tokens', '64'],
    ...['--seed-tag', 'As people.', '--augmented-tag', 'As the web.', '--judgements', '3'],
  )
  t.match(settings, { backwardModel: 'b', completionField: 'page.text', firstPair: true, seedRows: 's.jsonl' })
  t.match(knobs, {
    invert: { longest: 2000, temperature: 0.7, topP: 1, maxTokens: 0 },
    curate: { from: 5, maxTokens: 64, judgements: 3 },
    toSft: { seedTag: 'As people.', augmentedTag: 'As the web.' },
  })
  t.equal(new Set([...completionFlags, ...lessonFlags].map(({ flag }) => flag)).size, 11)
})

t.test('the recipe goes by its own preset, which has the numbers of DSAA6000Q', async t => {
  const { settings, knobs } = config('backtranslation')
  t.equal(settings.preset, 'backtranslation')
  t.match(knobs, {
    invert: { temperature: 1.2, topP: 0.9, maxTokens: 512 },
    curate: { from: 4, judgements: 1, temperature: 0, maxTokens: 512 },
    toSft: { seedTag: '', augmentedTag: '' },
  })
})
