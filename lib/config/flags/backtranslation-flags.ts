import { flag, type KnobFlag } from './knob-flag.ts'
import { group, type SettingFlag } from './setting-flag.ts'

const input = group('Input')

/** How completions are read, for the recipe backtranslation and its stages. */
export const completionFlags: readonly SettingFlag[] = [
  input('completion-field', 'completionField', 'the field that holds a completion, dots allowed; else it is found', {
    argument: 'name',
    of: ['completions', 'texts'],
  }),
  input('first-pair', 'firstPair', 'take the first answer of a conversation that goes on; it is refused otherwise', {
    of: ['completions', 'texts'],
  }),
  input(
    'seed-rows',
    'seedRows',
    'instructions and responses that people wrote: rows as they are, beside what is found',
    {
      argument: 'file',
      of: ['completions'],
    },
  ),
]

/** The numbers of the stages that backtranslation alone has, in the order of its stream. */
export const lessonFlags: readonly KnobFlag[] = [
  flag('longest', 'invert', 'longest', 'some', 'code points a completion may have'),
  flag('invert-temperature', 'invert', 'temperature', 'number', 'sampling temperature of instructions for completions'),
  flag('invert-top-p', 'invert', 'topP', 'share', 'their nucleus'),
  flag('max-instruction-tokens', 'invert', 'maxTokens', 'count', 'tokens such an instruction may have, 0 for any'),
  flag('curate-from', 'curate', 'from', 'number', 'rating, 1 to 5, that makes an instruction and its completion a row'),
  flag('max-rating-tokens', 'curate', 'maxTokens', 'count', 'tokens a rating may have, 0 for any'),
  flag('seed-tag', 'toSft', 'seedTag', 'text', 'a sentence to end the prompts of seed rows with'),
  flag('augmented-tag', 'toSft', 'augmentedTag', 'text', 'one to end the prompts of completions with'),
]
