import t from 'tap'
import { readCommandLine } from '../../../lib/config/commands/command-line.ts'
import { endpointIn, policyOptions } from '../../../lib/config/commands/policy-options.ts'
import type { Typed } from '../../../lib/config/typed.ts'

const typed = (...argv: readonly string[]) =>
  readCommandLine(['policy-diff', '--policy', 'http://a:1/v1=after', '--reference', 'http://b:2', ...argv]) as Typed
const read = (...argv: readonly string[]) => policyOptions(typed(...argv), { OPENAI_API_KEY: 'sk-1' })

t.test('an address and the model behind it are told apart', async t => {
  const apart = (text: string) => Object.values(endpointIn(text))
  t.same(apart('http://h:1/v1=org/name:latest'), ['http://h:1/v1', 'org/name:latest'])
  t.same(apart('http://h:1/v1'), ['http://h:1/v1', ''])
  t.same(apart('https://h/v1?api-version=1'), ['https://h/v1?api-version=1', ''])
  t.same(apart('https://h/v1?api-version=1=gpt'), ['https://h/v1?api-version=1', 'gpt'])
  t.same(apart('https://h/v1?a=1&b=2'), ['https://h/v1?a=1&b=2', ''])
  t.same(apart('https://h/v1?a=1&b=2=gpt'), ['https://h/v1?a=1&b=2', 'gpt'])
})

t.test('untold, pairs come from stdin, the page goes to stdout, and fifty of them are shown', async t => {
  t.match(read(), {
    files: '-',
    rows: 50,
    out: '-',
    quiet: false,
    policy: {
      baseUrl: 'http://a:1/v1',
      model: 'after',
      apiKey: 'sk-1',
      template: '{{prompt}}\n\n',
      timeoutMs: 300_000,
    },
    reference: { baseUrl: 'http://b:2', model: '', concurrency: 16, patience: { tries: 5 } },
  })
})

t.test('what is told holds for both', async t => {
  const told = read('a.jsonl', 'b.jsonl', '--rows', '0', '-j', '2', '--tries', '1', '--template', 'Q: {{prompt}}\\nA: ')
  t.match(told, { files: 'a.jsonl\nb.jsonl', rows: 0 })
  for (const one of [told.policy, told.reference])
    t.match(one, { concurrency: 2, patience: { tries: 1 }, template: 'Q: {{prompt}}\nA: ' })
})

t.test('what cannot be is said before anything is asked', async t => {
  const wrong = (message: RegExp, ...argv: readonly string[]) =>
    t.throws(() => read(...argv), { code: 'AUTOIF_USAGE', message })
  wrong(/--rows takes a whole number from 0 up, not "some"/, '--rows', 'some')
  wrong(/--concurrency takes a whole number from 1 up/, '-j', '0')
  wrong(/--template is a text with \{\{prompt\}\}/, '--template', 'Question:')
  wrong(/no other blanks/, '--template', '{{prompt}} {{response}}')
})
