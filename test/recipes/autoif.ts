import t from 'tap'
import { AutoifError } from '../../lib/errors.ts'
import { run } from '../../lib/flow/run.ts'
import { autoif } from '../../lib/recipes/autoif.ts'
import { turned } from '../../lib/recipes/knobs.ts'
import { presets } from '../../lib/recipes/presets.ts'
import type { Envelope } from '../../lib/records/envelope.ts'
import type { DpoRow, LabelledRow, RewardRow } from '../../lib/records/rows.ts'
import { forgiven } from '../../lib/wraps/forgiven.ts'
import { basket, pause } from '../fixtures/flow.ts'
import { kindOf, kiwi, loud, smallWorld } from '../fixtures/small-world.ts'

const queries = ['first', 'second', 'third', 'fourth', 'fifth'].map(word => `What is the ${word} of all things?`)
const two = { pair: { queries: 2 }, sample: { responses: 3, adaptive: false } }

const cook = async (world: Parameters<typeof smallWorld>[0], knobs = turned(two), seed = '0') => {
  const rejects = basket<Envelope>()
  const { house, ...rest } = smallWorld(world)
  const ledger = await run(autoif(house, knobs), { rejects, seed, wraps: [forgiven()] })
  const books = Object.fromEntries(
    ledger.accounts.map(({ stage, entered, kept, rejected, failed, cancelled, out, reasons }) => [
      stage,
      { entered, kept, rejected, failed, cancelled, out, reasons },
    ]),
  )
  return { ...rest, rejects: rejects.rows, ledger, books }
}

const asked = (model: { readonly asked: readonly { readonly prompt: string }[] }) =>
  model.asked.map(({ prompt }) => kindOf(prompt))

t.test('from seeds and queries to rows, each with the right instruction under the right query', async t => {
  const { sft, dpo } = await cook({ queries })
  t.match(sft.rows, [
    { prompt: `${queries[0]} ${kiwi}`, response: /^A kiwi, as to What is the first .*!$/, lineage: { score: 9 } },
    {
      prompt: `${queries[3]} ${loud}`,
      response: /^A kiwi, as to What is the fourth .*!$/,
      lineage: { judge: 'judge' },
    },
    {
      prompt: `${queries[4]} ${kiwi}`,
      response: /^A kiwi, as to What is the fifth .*!$/,
      lineage: { model: 'teacher' },
    },
  ])
  t.equal(sft.rows.length, 3)
  t.same(
    dpo.rows.map(({ prompt, chosen, rejected }) => [prompt, chosen.slice(0, 6), rejected.slice(0, 6)]),
    queries.map((query, at) => [`${query} ${[kiwi, kiwi, loud, loud, kiwi][at]}`, 'A kiwi', 'A pear']),
  )
  for (const { rows } of [sft, dpo]) t.equal(new Set(rows.map(({ lineage }) => lineage.id)).size, rows.length)
  t.same([sft.closed, dpo.closed], [true, true])
})

t.test('labels, rewards and pairs of cases leave where there is a sink for them, the same at any width', async t => {
  const all = async (lanes: number) => {
    const { house, sft } = smallWorld({ queries, lanes, before: () => pause(lanes > 1 ? Math.random() * 5 : 0) })
    const [kto, rlvr, instructionDpo] = [basket<LabelledRow>(), basket<RewardRow>(), basket<DpoRow>()]
    const draws = [...house.draws, ...Array.from({ length: 20 }, (_, at) => ({ shots: [`draw ${at}`] }))]
    const ledger = await run(autoif({ ...house, draws, kto, rlvr, instructionDpo }, turned(two)), {
      wraps: [forgiven()],
    })
    ledger.balance()
    return { sft: sft.rows, kto: kto.rows, rlvr: rlvr.rows, instructionDpo: instructionDpo.rows }
  }
  const one = await all(1)
  t.equal(one.sft.length, 3)
  t.same(one.kto.map(({ label }) => label).slice(0, 2), [true, false])
  t.same(
    one.rlvr.map(({ instruction }) => instruction),
    [kiwi, kiwi, loud, loud, kiwi],
  )
  t.same(
    one.instructionDpo.map(({ prompt, chosen, rejected, lineage }) => [prompt, chosen, rejected, lineage.model]),
    [
      [kiwi, 'A kiwi!', 'A pear.', 'teacher'],
      [loud, 'A kiwi!', 'A pear.', 'teacher'],
    ],
    'once for each instruction that came to the queries, however far was read ahead',
  )
  for (const lanes of [3, 16]) t.same(await all(lanes), one)
})

t.test(
  'what did not make it stands in the rejects, with its stage, its reason and what can be tried again',
  async t => {
    const { rejects, ledger } = await cook({ queries: ['Too short.', ...queries] })
    const found = rejects.map(({ refused }) => `${refused?.stage}: ${refused?.why}`)
    const counts = Object.fromEntries(
      Object.entries(Object.groupBy(found, key => key)).map(([key, all]) => [key, all?.length]),
    )
    t.same(counts, {
      'novel: duplicate': 1,
      'augment: no-bullets': 1,
      'generate-verifiers: no-verifier': 1,
      'cross-validate: one-sided-cases': 1,
      'entail: contradiction': 1,
      'screen: too-short': 1,
      'accept: low-pass-rate': 5,
      'accept: repeated': 5,
      'score: low-score': 1,
      'score: no-score': 1,
    })
    t.equal(ledger.refused, rejects.length)
    t.match(
      rejects.find(({ refused }) => refused?.why === 'contradiction'),
      { record: { instruction: /cats/ } },
    )
    t.match(
      rejects.find(({ refused }) => refused?.why === 'low-pass-rate'),
      { record: { response: /^A pear/ } },
    )
  },
)

t.test('the books balance at every stage, and add up to what was written', async t => {
  const { ledger, books } = await cook({ queries: ['Too short.', ...queries] })
  ledger.balance()
  t.notOk(ledger.busy)
  t.match(books, {
    'seeds and draws': { entered: 3, out: 3 },
    augment: { entered: 3, kept: 2, rejected: 1, out: 6 },
    novel: { entered: 6, kept: 5, rejected: 1, reasons: { duplicate: 1 } },
    'generate-verifiers': { entered: 5, kept: 4, rejected: 1 },
    'cross-validate': { entered: 4, kept: 3, rejected: 1 },
    'back-translate': { entered: 3, kept: 3 },
    entail: { entered: 3, kept: 2, rejected: 1 },
    queries: { entered: 6, out: 6 },
    screen: { entered: 6, kept: 5, rejected: 1 },
    pair: { out: 5 },
    sample: { entered: 5, kept: 5 },
    verify: { entered: 5, kept: 5 },
    'to-dpo': { entered: 5, kept: 5, out: 5 },
    accept: { entered: 5, kept: 5, out: 5, reasons: { 'low-pass-rate': 5, repeated: 5 } },
    score: { entered: 5, kept: 3, rejected: 2 },
    'to-sft': { entered: 3, kept: 3 },
  })
  t.equal(ledger.rows, 3)
})

t.test('known instructions take turns until the queries end, unless told otherwise', async t => {
  const all = await cook({ queries })
  t.equal(all.books.sample?.entered, 5)
  const once = await cook({ queries }, turned(two, { pair: { cycle: false } }))
  t.equal(once.books.sample?.entered, 4)
  t.same(once.sft.rows, all.sft.rows.slice(0, 2))
  t.same(once.books.queries?.reasons, {})
})

t.test('when the queries end the teacher is not asked for more instructions', async t => {
  const { house, model, sft } = smallWorld({ queries: queries.slice(0, 2), lanes: 1 })
  const draws = [{ instruction: kiwi }, ...Array.from({ length: 50 }, (_, at) => ({ shots: [`draw ${at}`] }))]
  await run(autoif({ ...house, draws }, turned(two)))
  t.equal(sft.rows.length, 1)
  t.ok(asked(model).filter(kind => kind === 'augment').length < 10)
})

t.test('with instructions at hand the teacher is asked for none', async t => {
  const known = {
    instruction: kiwi,
    verifiers: [{ code: 'says kiwi', accuracy: 1 }],
    cases: [],
  }
  const { model, sft, dpo, books } = await cook({ queries, instructions: [known] })
  t.same([...new Set(asked(model))], ['respond'])
  t.equal(model.asked.length, 5)
  t.equal(sft.rows.length, 3)
  t.equal(dpo.rows.length, 5)
  t.match(books, { instructions: { entered: 1 }, pair: { out: 5 } })
  t.notOk('augment' in books)
})

t.test('the same rows in the same order, however many are under way and however long each answer takes', async t => {
  const many = Array.from({ length: 30 }, (_, at) => `Would you tell me about number ${at}, please?`)
  const at = async (lanes: number, before?: () => Promise<void>) => {
    const { sft, dpo, rejects } = await cook({ queries: many, lanes, ...(before ? { before } : {}) })
    return { sft: sft.rows, dpo: dpo.rows, rejects }
  }
  const one = await at(1)
  t.equal(one.sft.length, 30)
  t.same(await at(16, () => pause(Math.random() * 8)), one)
  t.same(await at(3, () => pause(Math.random() * 3)), one)
})

t.test('another seed of the run asks other questions, the same one the same', async t => {
  const seeds = async (seed: string) =>
    (await cook({ queries, lanes: 1 }, turned(two), seed)).model.asked.map(({ asking }) => asking.seed)
  t.same(await seeds('7'), await seeds('7'))
  const both = new Set([...(await seeds('7')), ...(await seeds('8'))])
  t.equal(both.size, 2 * (await seeds('7')).length)
})

t.test('one question without an answer costs one row', async t => {
  const { sft, dpo, rejects, ledger } = await cook({
    queries,
    before: async prompt => {
      if (kindOf(prompt) === 'respond' && prompt.includes('first')) throw new AutoifError('AUTOIF_MODEL', 'gave up')
    },
  })
  t.match(sft.rows, [{ lineage: { query: queries[3] } }, { lineage: { query: queries[4] } }])
  t.equal(dpo.rows.length, 4)
  t.equal(ledger.failed, 1)
  t.match(
    rejects.filter(({ refused }) => refused?.failed),
    [{ refused: { stage: 'sample', why: 'AUTOIF_MODEL' }, record: { query: queries[0] } }],
  )
})

t.test('an endpoint that nobody answers at ends the run', async t => {
  const { house } = smallWorld({
    queries,
    before: async () => {
      throw new AutoifError('AUTOIF_ENDPOINT', 'nobody answers')
    },
  })
  await t.rejects(run(autoif(house), { wraps: [forgiven()] }), { code: 'AUTOIF_ENDPOINT' })
})

t.test('the paper’s preset takes one-sided cases and constant functions, and uses each instruction once', async t => {
  const { books } = await cook({ queries }, turned(presets.paper, two))
  t.match(books, { 'cross-validate': { kept: 4, rejected: 0 }, entail: { kept: 3 }, pair: { out: 5 } })
  const { ledger } = await cook({ queries }, turned(presets['reference-code'], two))
  t.equal(ledger.rows, 0, 'two functions and two cases are too few for the reference code')
})
