import t from 'tap'
import { run } from '../../lib/flow/run.ts'
import { backtranslation } from '../../lib/recipes/backtranslation.ts'
import { type SomeKnobs, turned } from '../../lib/recipes/knobs.ts'
import { benchmarks } from '../../lib/records/benchmarks.ts'
import type { Envelope } from '../../lib/records/envelope.ts'
import type { Answered, Completion } from '../../lib/records/lessons.ts'
import type { SftRow } from '../../lib/records/rows.ts'
import { scripted } from '../fixtures/fakes.ts'
import { basket, pause, reasons } from '../fixtures/flow.ts'
import { smallWorld } from '../fixtures/small-world.ts'

const seed: Answered = { instruction: 'Greet me.', response: 'Hello!', origin: 'seed', model: 'unknown' }
const texts: readonly Completion[] = [
  { response: 'Text one is about bread.', question: 'What is bread?' },
  { response: 'Text two is about tides.' },
  { response: 'Text three is poor.' },
  { response: 'Text four cannot be rated.' },
  { response: `Text five is ${'very '.repeat(2000)}long.` },
]

const cook = async (some: SomeKnobs = {}, { lanes = 1, inverse = true, barred = '' } = {}) => {
  const { house, sft } = smallWorld({ queries: [] })
  const wait = () => pause(lanes > 1 ? Math.random() * 5 : 0)
  const backward = scripted(
    async asked => {
      await wait()
      return [`Ask for ${/Text \w+/.exec(asked)?.[0]}.`]
    },
    { name: 'backward', lanes },
  )
  const judge = scripted(
    async asked => {
      await wait()
      return [asked.includes('poor') ? 'Score: 2' : asked.includes('cannot') ? 'No.' : 'Good.\nScore: 4']
    },
    { name: 'judge', lanes },
  )
  const [inverseSft, rejects] = [basket<SftRow>(), basket<Envelope>()]
  const recipe = backtranslation(
    {
      ...house,
      completions: [seed, ...texts],
      backward,
      judge,
      benchmarks: barred ? benchmarks([{ name: 'bench', prompts: [barred] }]) : undefined,
      inverseSft: inverse ? inverseSft : undefined,
    },
    turned(some),
  )
  const ledger = await run(recipe, { rejects })
  return { ledger, sft: sft.rows, inverse: inverseSft.rows, rejects: rejects.rows, backward, judge }
}

t.test('from seeds and completions to rows, and to rows for the next backward model', async t => {
  const { sft, inverse, rejects, ledger } = await cook()
  t.match(
    sft.map(({ prompt, response, lineage }) => [prompt, response, lineage.origin, lineage.score]),
    [
      ['Greet me.', 'Hello!', 'seed', null],
      ['Ask for Text one.', texts[0]?.response, 'augmented', 4],
      ['Ask for Text two.', texts[1]?.response, 'augmented', 4],
    ],
  )
  t.match(sft[1]?.lineage, { model: 'backward', judge: 'judge' })
  t.strictSame(
    inverse.map(({ response, lineage }) => [response, lineage.origin]),
    [
      ['Greet me.', 'seed'],
      ['What is bread?', 'seed'],
      ['Ask for Text two.', 'augmented'],
    ],
  )
  t.strictSame(reasons(rejects), ['low-score', 'no-score', 'too-long'])
  ledger.balance()
})

t.test('the books name each step, and rows for a backward model are made only for a sink that is there', async t => {
  const stages = ({ ledger }: Awaited<ReturnType<typeof cook>>) => ledger.accounts.map(({ stage }) => stage)
  t.strictSame(stages(await cook()), ['completions', 'invert', 'curate', 'to-inverse-sft', 'to-sft'])
  t.strictSame(stages(await cook({}, { inverse: false })), ['completions', 'invert', 'curate', 'to-sft'])
})

t.test('neither model is asked about a seed', async t => {
  const { backward, judge } = await cook()
  t.equal(backward.asked.length, 4)
  t.equal(judge.asked.length, 4)
  for (const { prompt } of [...backward.asked, ...judge.asked]) t.notMatch(prompt, 'Hello!')
})

t.test('the same rows in the same order, however many are under way', async t => {
  const of = async (lanes: number) => {
    const { sft, inverse, rejects } = await cook({}, { lanes })
    return { sft, inverse, rejects }
  }
  t.strictSame(await of(16), await of(1))
})

t.test('one language and no prompt of a benchmark, where that is asked for', async t => {
  const { ledger } = await cook({ speaks: { language: 'en' } })
  t.strictSame(ledger.accounts.map(({ stage }) => stage).slice(0, 4), ['completions', 'speaks', 'invert', 'speaks'])
  const { sft, rejects } = await cook({ decontaminate: { shortest: 4 } }, { barred: 'Ask for text two' })
  t.notOk(sft.some(({ response }) => response.includes('tides')))
  t.ok(reasons(rejects).includes('contaminated'))
})
